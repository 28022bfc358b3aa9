command-remind = ذكّرني بعميل، أو اعرض تذكيراتي
command-digest = الملخصات وساعات الهدوء والمنطقة الزمنية
command-jobs = ما يعمل في مواعيده

button-remind = تذكير
button-in-an-hour = بعد ساعة
button-this-evening = هذا المساء
button-tomorrow = غدًا 9:00 ص
button-next-week = الأسبوع القادم
button-remind-other = وقت آخر…
button-remind-whom = زميل…
button-reminder-done = ✅ تم
button-reminder-cancel = إلغاء التذكير
button-open-lead = فتح العميل

remind-when = متى أذكّرك بـ <b>{ $name }</b> ({ $number })؟
remind-when-for = متى أذكّر { $whom } بـ <b>{ $name }</b> ({ $number })؟
remind-whom = من أذكّر؟
remind-ask = متى، وبماذا؟ أجب بكلماتك، مثلًا: غدا 10 الاتصال به
remind-ask-again = لم أجد وقتًا في ذلك. أجب مرة أخرى، مثلًا: غدا 10، أو بعد ساعتين، أو الخميس الساعة 3 مساءً، أو كل أحد الساعة 9
remind-placeholder = غدا 10 الاتصال به
remind-usage = اكتب ‎<code>/remind غدا 10 الاتصال به</code> ردًا تحت رسالة للعميل، أو ابدأ برقمه: ‎<code>/remind #12 غدا 10</code>. وإذا بدأت بـ ‎<code>@karim</code> فالتذكير لزميلك.
remind-nobody = لا أحد في الفريق اسمه { $name }، أو هم أكثر من واحد. اكتب اسم المستخدم، أو المزيد من الاسم.
reminder-set = سأذكّرك: <b>{ $when }</b>.
reminder-set-for = سأذكّر { $name }: <b>{ $when }</b>.
reminder-set-change = أجب بوقت آخر لتغيير الموعد.
toast-reminder-set = حُفظ التذكير.
reminder-due = <b>تذكير</b>
reminder-due-by = من { $name }
reminder-due-instead = كان هذا لـ { $name }.
reminder-done = تم.
reminder-snoozed = سأذكّرك مرة أخرى: { $when }.
reminder-cancelled = أُلغي: لن يأتي.
reminders-none = ليس لديك تذكيرات. اضغط «تذكير» على بطاقة عميل، أو اكتب ‎/remind تحت إحدى رسائله.
reminders-title = { $count ->
    [zero] لا تذكيرات
    [one] تذكير واحد
    [two] تذكيران
    [few] { $count } تذكيرات
    [many] { $count } تذكيرًا
   *[other] { $count } تذكير
}
repeat-none = بلا تكرار
repeat-daily = كل يوم
repeat-weekly = كل أسبوع
repeat-monthly = كل شهر
history-reminder-added = أضاف { $by } تذكيرًا
history-reminder-snoozed = أجّل { $by } تذكيرًا
history-reminder-moved = غيّر { $by } تذكيرًا
history-reminder-done = أنجز { $by } ما في التذكير
history-reminder-cancelled = ألغى { $by } تذكيرًا

digest-morning = صباحك
digest-evening = حصيلة اليوم
digest-opened = عملاء جدد: { $count }
digest-answered = عملاء تلقّوا ردًا: { $count }
digest-converted = تم تحويلهم: { $count }
digest-lost = خسرناهم: { $count }
digest-waiting-own = { $count ->
    [zero] لا أحد من عملائك ينتظر ردًا.
    [one] عميل واحد من عملائك ينتظر ردًا:
    [two] عميلان من عملائك ينتظران ردًا، الأطول انتظارًا أولًا:
    [few] { $count } من عملائك ينتظرون ردًا، الأطول انتظارًا أولًا:
    [many] { $count } من عملائك ينتظرون ردًا، الأطول انتظارًا أولًا:
   *[other] { $count } من عملائك ينتظرون ردًا، الأطول انتظارًا أولًا:
}
digest-waiting-all = { $count ->
    [zero] لا أحد ينتظر ردًا.
    [one] عميل واحد ينتظر ردًا:
    [two] عميلان ينتظران ردًا، الأطول انتظارًا أولًا:
    [few] { $count } عملاء ينتظرون ردًا، الأطول انتظارًا أولًا:
    [many] { $count } عميلًا ينتظرون ردًا، الأطول انتظارًا أولًا:
   *[other] { $count } عميل ينتظرون ردًا، الأطول انتظارًا أولًا:
}
digest-reminders = { $count ->
    [zero] لا تذكيرات اليوم
    [one] تذكير واحد اليوم
    [two] تذكيران اليوم
    [few] { $count } تذكيرات اليوم
    [many] { $count } تذكيرًا اليوم
   *[other] { $count } تذكير اليوم
}
button-digest-settings = ⚙️ المواعيد
hours-title = الملخصات وساعات الهدوء
hours-digest = ‏{ $digest }: { $at }
hours-digest-off = { $digest }: متوقف
hours-quiet = ساعات الهدوء: { $span }
hours-quiet-none = ساعات الهدوء: لا شيء
hours-zone = المنطقة الزمنية: { $zone }
hours-about = في ساعات الهدوء لا يأتي تذكير ولا ملخص، بل يأتيان عند انتهائها. وما يكتبه العملاء يأتي بلا صوت. ولا يأتي الملخص إلا إذا كان لديه ما يقوله.
button-off = إيقاف
button-quiet-none = 🔔 بلا هدوء
button-time-zone = 🌍 المنطقة الزمنية…
time-zone-ask = في أي منطقة زمنية أنت؟ أجب باسمها، مثل <code>Africa/Cairo</code> أو <code>Europe/Paris</code>؛ وبـ <code>-</code> تكون منطقة المؤسسة.
time-zone-placeholder = Africa/Cairo

jobs-title = ما يعمل في مواعيده
job-digests = الملخصات
job-reminders = التذكيرات
job-snoozes = عودة العملاء المؤجَّلين
job-every = { $count ->
    [60] كل دقيقة
    [zero] باستمرار
    [one] كل ثانية
    [two] كل ثانيتين
    [few] كل { $count } ثوانٍ
    [many] كل { $count } ثانية
   *[other] كل { $count } ثانية
}
job-ran = آخر مرة: { $when }
job-never = لم يعمل بعد.
job-late = كان يجب أن يعمل قبل الآن.
job-failed = آخر فشل: { $when } ({ $why })

error-reminder-not-found = لم يعد هذا التذكير موجودًا.
error-reminder-over = أُنجز هذا التذكير أو أُلغي من قبل.
error-reminder-not-for-them = لا يُذكَّر إلا الزملاء الذين يعملون مع العملاء.
error-reminder-past = مضى هذا الوقت. اختر وقتًا لاحقًا.
error-reminder-too-far = هذا بعد أكثر من خمس سنوات. اختر وقتًا أقرب.
error-time-zone-unknown = لا توجد منطقة زمنية كهذه. اكتبها مثل Africa/Cairo.
