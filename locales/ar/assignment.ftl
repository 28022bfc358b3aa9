command-assign = إسناد عميل محتمل إلى زميل
button-assign = إسناد
assign-whom = إلى من نُسند { $name } ({ $number })؟
assign-nobody = لا أحد غيره في الفريق يمكنه تولّي { $name } ({ $number }).
assign-signs = 🟢 حاضر · 🟡 في نوبته · ☕ استراحة · 🌙 خارج النوبة · 🚫 حظر البوت. الرقم هو عدد العملاء المفتوحين لدى كل زميل.
assign-usage = اكتب ‎<code>/assign @karim</code> ردًّا أسفل عميل، أو ابدأ برقمه: ‎<code>/assign #12 @karim</code>.
assign-done = <b>{ $owner }</b> يتولّى الآن { $name } ({ $number }).
toast-assigned = تم الإسناد.
history-assigned = أسند { $by } العميل إلى { $owner }
notice-assigned = أسند إليك <b>{ $by }</b> العميل { $number } ({ $name }). ما يكتبه العميل يصلك من الآن.
notice-assigned-by-rule = العميل { $number } ({ $name }) لك: أُسند إليك تلقائيًا. ما يكتبه العميل يصلك من الآن.
notice-assigned-away = <b>{ $owner }</b> يتولّى الآن { $number } ({ $name }).
notice-absence-away = انتظر العميل { $number } ({ $name }) الرد طويلًا، فأصبح لدى <b>{ $owner }</b>.
notice-shift-away = انتهت نوبتك والعميل { $number } ({ $name }) ينتظر، فأصبح لدى <b>{ $owner }</b>.

error-assignee-unfit = هذا الزميل غادر الفريق أو لا يعمل على العملاء. اختر زميلًا آخر.
error-rule-unfit = القناة أو الفريق أو الشخص الذي اخترته لم يعد موجودًا. افتح القواعد من جديد.
error-rule-not-found = لم تعد هذه القاعدة موجودة. افتح القواعد من جديد.
error-rule-needs-somebody = تحتاج القاعدة إلى من تُسند إليه العملاء. اختر أولًا شخصًا آخر أو فريقًا، أو احذف القاعدة.
error-too-many-rules = لا يمكن أن تزيد القواعد على { $limit }. احذف قاعدة لا تلزم.
error-too-many-holidays = لا يمكن أن تزيد أيام الإغلاق على { $limit }. أزل ما مضى منها.
error-hours-unreadable = لم أفهم هذه الساعات. اكتبها هكذا مثلًا: 9:00 ص–12:30 م، 2:00 م–6:00 م
error-day-unreadable = لم أفهم هذا اليوم. اكتبه هكذا مثلًا: 2026-12-25

command-shift = بدء نوبتي أو إيقافها أو إنهاؤها
command-assignment = من يتولّى أي عميل، وساعات العمل
job-assignment = إسناد العملاء إلى الزملاء

notice-absence-free = انتظر العميل { $number } ({ $name }) الرد طويلًا، فأصبح متاحًا من جديد لمن يأخذه أولًا.
notice-shift-free = انتهت نوبتك والعميل { $number } ({ $name }) ينتظر، فأصبح متاحًا من جديد لمن يأخذه أولًا.
notice-given-many = وصلك خلال دقيقة { $count ->
    [zero] عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
}. ما يكتبونه يصلك من الآن.
notice-taken-many = انتقل من عملائك إلى غيرك أو أصبح متاحًا من جديد: { $count ->
    [zero] لا أحد
    [one] عميل واحد
    [two] عميلان
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
}.
notice-unanswered = { $count ->
    [zero] لم يرد أحد على العميل { $number } ({ $name }).
    [one] لم يرد زميل على العميل { $number } ({ $name }).
    [two] لم يرد زميلان على التوالي على العميل { $number } ({ $name }).
    [few] لم يرد { $count } زملاء على التوالي على العميل { $number } ({ $name }).
    [many] لم يرد { $count } زميلًا على التوالي على العميل { $number } ({ $name }).
   *[other] لم يرد { $count } زميل على التوالي على العميل { $number } ({ $name }).
  } لن يُسند إلى أحد تلقائيًا بعد الآن: خذه أنت أو أسنده إلى زميل.
notice-absence-waits = انتظر العميل { $number } ({ $name }) ردّ <b>{ $by }</b> طويلًا. وهو الآن لمن يأخذه أولًا.
notice-shift-waits = انتهت نوبة <b>{ $by }</b> والعميل { $number } ({ $name }) ينتظر. وهو الآن لمن يأخذه أولًا.

shift-on = 🟢 أنت في نوبتك
shift-break = ☕ أنت في استراحة
shift-off = 🌙 انتهت نوبتك
shift-by-hours = هذا بحسب ساعات العمل.
shift-waiting = { $count ->
    [zero] لا ينتظر أي من عملائك ردًّا.
    [one] ينتظر عميل واحد من عملائك ردًّا.
    [two] ينتظر عميلان من عملائك ردًّا.
    [few] ينتظر { $count } من عملائك ردًّا.
    [many] ينتظر { $count } من عملائك ردًّا.
   *[other] ينتظر { $count } من عملائك ردًّا.
}
shift-about = في الاستراحة وخارج النوبة لا يُسند إليك عملاء جدد. أما ما يكتبه عملاؤك فيصلك دائمًا.
shift-usage = اكتب ‎<code>/shift on</code> أو ‎<code>/shift break</code> أو ‎<code>/shift off</code>؛ ومع ‎<code>/shift hours</code> تتبع نوبتك ساعات العمل.
button-shift-on = في النوبة
button-shift-break = استراحة
button-shift-off = انتهت
button-shift-hours = 🕘 بحسب ساعات العمل
toast-shift = تم ضبط نوبتك.
toast-kept = تم الحفظ.

assignment-title = من يتولّى أي عميل
assignment-claim = العملاء الجدد لمن يأخذهم أولًا.
assignment-turn = يُسند العملاء الجدد إلى الجميع بالتناوب.
assignment-load = يُسند العملاء الجدد إلى من لديه أقل عدد من العملاء المفتوحين.
assignment-rules = { $count ->
    [0] لا توجد قواعد خاصة بكم.
    [zero] لا توجد قواعد خاصة بكم.
    [one] قاعدة واحدة خاصة بكم تأتي أولًا.
    [two] قاعدتان خاصتان بكم تأتيان أولًا.
    [few] { $count } قواعد خاصة بكم تأتي أولًا.
    [many] { $count } قاعدة خاصة بكم تأتي أولًا.
   *[other] { $count } قاعدة خاصة بكم تأتي أولًا.
}
assignment-limit = { $count ->
    [zero] لا عملاء مفتوحين لأحد.
    [one] عميل مفتوح واحد على الأكثر لكل شخص.
    [two] عميلان مفتوحان على الأكثر لكل شخص.
    [few] { $count } عملاء مفتوحين على الأكثر لكل شخص.
    [many] { $count } عميلًا مفتوحًا على الأكثر لكل شخص.
   *[other] { $count } عميل مفتوح على الأكثر لكل شخص.
}
assignment-no-limit = لا حدّ لعدد عملاء كل شخص.
assignment-absence = { $count ->
    [zero] العميل الذي ينتظر الرد يتولّاه شخص آخر فورًا.
    [one] العميل الذي ينتظر الرد دقيقة واحدة يتولّاه شخص آخر.
    [two] العميل الذي ينتظر الرد دقيقتين يتولّاه شخص آخر.
    [few] العميل الذي ينتظر الرد { $count } دقائق يتولّاه شخص آخر.
    [many] العميل الذي ينتظر الرد { $count } دقيقة يتولّاه شخص آخر.
   *[other] العميل الذي ينتظر الرد { $count } دقيقة يتولّاه شخص آخر.
}
assignment-no-absence = يبقى العميل لدى من يتولّاه مهما طال انتظاره.
assignment-shift-goes = عند انتهاء النوبة ينتقل العملاء المنتظرون إلى شخص آخر.
assignment-shift-stays = عند انتهاء النوبة يبقى العملاء حيث هم.
assignment-waiting = { $count ->
    [zero] لا عميل ينتظر توفّر أحد.
    [one] عميل واحد ينتظر توفّر أحد.
    [two] عميلان ينتظران توفّر أحد.
    [few] { $count } عملاء ينتظرون توفّر أحد.
    [many] { $count } عميلًا ينتظرون توفّر أحد.
   *[other] { $count } عميل ينتظرون توفّر أحد.
}
assignment-about = لا يُسند العملاء إلا إلى من هو في نوبته (‎/shift) ولم يبلغ حدّه. ويُحسب الانتظار خلال ساعات العمل. ⏳ تحدّد بعد كم دقيقة يتولّى شخص آخر العميل المنتظر.
button-method-claim = لمن يأخذ
button-method-turn = بالتناوب
button-method-load = بحسب الحمل
button-rules = 📋 القواعد
button-limits = ⚖️ الحدود
minutes-short = { $count } د
button-absence-off = أبدًا
button-shift-returns = 🌙 تسليم عند انتهاء النوبة
button-office-hours = 🕘 ساعات العمل

limits-title = أقصى عدد من العملاء المفتوحين لكل شخص
limits-about = الصف الأول للجميع. اضغط على اسم لتجعل له حدًّا خاصًّا به (📌). ما يُسند يدويًّا لا حدّ له.
limit-of = لدى <b>{ $name }</b> من العملاء المفتوحين { $count } من أصل { $limit } على الأكثر.
limit-none-of = { $count ->
    [zero] ليس لدى <b>{ $name }</b> عملاء مفتوحون، ولا حدّ له.
    [one] لدى <b>{ $name }</b> عميل مفتوح واحد، بلا حدّ.
    [two] لدى <b>{ $name }</b> عميلان مفتوحان، بلا حدّ.
    [few] لدى <b>{ $name }</b> { $count } عملاء مفتوحين، بلا حدّ.
    [many] لدى <b>{ $name }</b> { $count } عميلًا مفتوحًا، بلا حدّ.
   *[other] لدى <b>{ $name }</b> { $count } عميل مفتوح، بلا حدّ.
}
button-limit-common = كالجميع

rules-title = القواعد
rules-about = أول قاعدة تنطبق على العميل هي التي تقرّر. اضغط على قاعدة لتغييرها أو نقلها أو حذفها.
rules-none = لا توجد قواعد بعد. القاعدة تُسند عملاء قناة أو مصدر أو لغة أو فريق إلى من تختارهم.
button-rule-new = ➕ قاعدة جديدة
rule-title = القاعدة { $number }
rule-for = تنطبق على: { $about }
rule-to = تُسند إلى: { $target }
rule-choose-people = اضغط على فريق أو أشخاص لاختيار من يتولّى هؤلاء العملاء. «بالتناوب» و«بحسب الحمل» تحدّدان من التالي.
rule-source = المصدر { $source }
rule-served-by = خدمه سابقًا { $team }
rule-everything = كل العملاء
rule-team = فريق { $team }
rule-nobody-left = لا أحد (غادروا جميعًا)
button-rule-about = 🔎 على من تنطبق
rule-ask-kind = على من تنطبق القاعدة الجديدة؟
rule-ask-kind-more = على من تنطبق القاعدة؟ ما تختاره يُضاف إلى ما فيها؛ و«كل العملاء» يمحوه.
button-kind-channel = القناة
button-kind-source = المصدر
button-kind-language = اللغة
button-kind-team = الفريق السابق
button-kind-any = كل العملاء
rule-ask-value = أيّها؟
rule-no-values = لا يوجد شيء من هذا النوع بعد.
rule-ask-target = من يتولّى هؤلاء العملاء: { $about }؟ يمكنك إضافة آخرين بعد ذلك.
toast-rule-removed = حُذفت القاعدة.

office-title = ساعات العمل
office-not-set = لم تُحدَّد ساعات: يُعدّ العمل مفتوحًا دائمًا.
office-day = ‏{ $day }: { $hours }
office-closed = مغلق
office-all-day = طوال اليوم
office-workdays = من الاثنين إلى الجمعة
office-all-days = كل يوم
office-open-now = 🟢 مفتوح الآن
office-closed-now = 🌙 مغلق الآن
office-zone = المنطقة الزمنية: { $zone }
office-holidays = { $count ->
    [0] لا أيام إغلاق مقبلة
    [zero] لا أيام إغلاق مقبلة
    [one] يوم إغلاق واحد مقبل
    [two] يوما إغلاق مقبلان
    [few] { $count } أيام إغلاق مقبلة
    [many] { $count } يوم إغلاق مقبلًا
   *[other] { $count } يوم إغلاق مقبل
}
office-about = من لم يقل شيئًا عبر ‎/shift فهو في نوبته ما دام العمل مفتوحًا.
office-ask-day = متى تفتحون؟
button-holidays = 🎉 أيام الإغلاق
button-other-hours = ساعات أخرى…
office-ask-hours = متى تفتحون ({ $days })؟ أجب بالساعات، مثلًا: 9:00 ص–12:30 م، 2:00 م–6:00 م
office-placeholder = 9:00 ص–5:30 م
office-ask-zone = في أي منطقة زمنية عملكم؟ أجب باسمها، مثلًا <code>Europe/Paris</code> أو <code>Africa/Cairo</code>.
holidays-title = أيام الإغلاق
holidays-about = في هذه الأيام يكون العمل مغلقًا. اضغط على يوم لإزالته.
holidays-none = لم تُحدَّد أيام إغلاق.
button-holiday-add = ➕ إضافة يوم
holiday-ask = في أي يوم تغلقون؟ أجب مثلًا: 25 ديسمبر، أو 2026-12-25
holiday-placeholder = 25 ديسمبر
