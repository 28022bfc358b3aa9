command-notices = ما الذي تُخبَر به وكيف
button-notices = 🔔 الإشعارات
button-lead-topic = افتح الموضوع
notice-mention = ذكرك { $name } في ملاحظة عن <b>{ $lead }</b> ({ $number }):
notices-title = ما الذي تُخبَر به
notices-about = المس سطرًا لتغييره. لا يضيع شيء: ما تتركه تجده في ‎/inbox، ويعدّه ملخص الصباح.
notices-quiet-about = في ساعات هدوئك وفي الاستراحة وخارج الدوام يأتي كل شيء بلا صوت، إلا ما تسمح له بالرنين.
notice-kind-new = عملاء جدد
notice-kind-free = رسائل عملاء بلا مسؤول
notice-kind-own = عملائي
notice-kind-colleagues = ما يفعله الزملاء
notice-kind-mentions = ملاحظات تذكرني
notice-manner-ring = بصوت
notice-manner-silent = بلا صوت
notice-manner-digest = مجمّعة
notice-manner-off = لا شيء
notice-urgent-own = عملائي يرنّون وقت الهدوء
notice-urgent-mentions = اسمي يرنّ وقت الهدوء
notice-gather-hourly = المجمّع: كل ساعة
notice-gather-morning = المجمّع: في الصباح
notice-place-private = ما يخصني: هنا
notice-place-group = ما يخصني: في المجموعة
notice-preset-everything = كل شيء
notice-preset-mine = عملائي فقط
notice-preset-mentions = اسمي فقط
toast-notice-set = ‏{ $kind }: { $manner }
gathered-title = { $count ->
    [zero] لا جديد
    [one] جديد عميل واحد
    [two] جديد عميلين
    [few] جديد { $count } عملاء
    [many] جديد { $count } عميلًا
   *[other] جديد { $count } عميل
}
gathered-new = جديد
gathered-free = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
gathered-own = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
gathered-colleagues = { $count ->
    [zero] لا شيء من الزملاء
    [one] شيء واحد من الزملاء
    [two] شيئان من الزملاء
    [few] { $count } أشياء من الزملاء
    [many] { $count } شيئًا من الزملاء
   *[other] { $count } شيء من الزملاء
}
gathered-mentions = ذكرك
gathered-more = { $count ->
    [zero] ولا غيرهم
    [one] وعميل آخر في ‎/inbox
    [two] وعميلان آخران في ‎/inbox
    [few] و{ $count } آخرون في ‎/inbox
    [many] و{ $count } آخرون في ‎/inbox
   *[other] و{ $count } آخرون في ‎/inbox
}
digest-left-out = { $count ->
    [zero] لم تترك شيئًا.
    [one] عميل واحد لديه جديد اخترت تركه. تجده في ‎/inbox.
    [two] عميلان لديهما جديد اخترت تركه. تجدهما في ‎/inbox.
    [few] { $count } عملاء لديهم جديد اخترت تركه. تجدهم في ‎/inbox.
    [many] { $count } عميلًا لديهم جديد اخترت تركه. تجدهم في ‎/inbox.
   *[other] { $count } عميل لديهم جديد اخترت تركه. تجدهم في ‎/inbox.
}
error-notice-manner-refused = هذا يُعرض عليك دائمًا: اختر بصوت أو بلا صوت.
job-notices = الأخبار المجمّعة
