channels-title = { $count ->
    [zero] لا قنوات
    [one] قناة واحدة
    [two] قناتان
    [few] { $count } قنوات
    [many] { $count } قناة
   *[other] { $count } قناة
}
channels-none = لا شيء متصل بعد. اضغط الزر أدناه: يستغرق الأمر بضع دقائق.
channel-standing = متوقفة
channel-removed = أُزيل
channel-removed-now = هذا النموذج مُزال: يُرفض كل إرسال جديد إليه. وعملاؤه محفوظون.
channel-stopped-since = <b>متوقفة منذ { $since }.</b> تنتظر الردود حتى تُصلَح.
channel-never = لم يحدث بعد
channel-ago = قبل { $since }
channel-last-inbound = آخر وارد: { $since }
channel-last-outbound = آخر صادر: { $since }
channel-rate-none = لم يُرسل شيء خلال 24 ساعة
channel-rate = { $count ->
    [zero] لم يُرسل شيء خلال 24 ساعة، وفشل { $failed } ({ $rate })
    [one] خلال 24 ساعة: رسالة واحدة، فشل منها { $failed } ({ $rate })
    [two] خلال 24 ساعة: رسالتان، فشل منهما { $failed } ({ $rate })
    [few] خلال 24 ساعة: { $count } رسائل، فشل منها { $failed } ({ $rate })
    [many] خلال 24 ساعة: { $count } رسالة، فشل منها { $failed } ({ $rate })
   *[other] خلال 24 ساعة: { $count } رسالة، فشل منها { $failed } ({ $rate })
}
channel-waiting = { $count ->
    [zero] لا رسائل تنتظر الإرسال
    [one] رسالة واحدة تنتظر الإرسال
    [two] رسالتان تنتظران الإرسال
    [few] { $count } رسائل تنتظر الإرسال
    [many] { $count } رسالة تنتظر الإرسال
   *[other] { $count } رسالة تنتظر الإرسال
}
channel-lost-leads = { $count ->
    [zero] لا عملاء تعذّر جلبهم
    [one] تعذّر جلب عميل واحد من الشبكة. زر «افحص الآن» يعيد المحاولة.
    [two] تعذّر جلب عميلين من الشبكة. زر «افحص الآن» يعيد المحاولة.
    [few] تعذّر جلب { $count } عملاء من الشبكة. زر «افحص الآن» يعيد المحاولة.
    [many] تعذّر جلب { $count } عميلًا من الشبكة. زر «افحص الآن» يعيد المحاولة.
   *[other] تعذّر جلب { $count } عميل من الشبكة. زر «افحص الآن» يعيد المحاولة.
}
channel-token-ends = رمز الوصول: حتى { $date } (ينتهي بعد { $left })
channel-token-ended = انتهت صلاحية رمز الوصول. اضغط «إعادة الربط».
channel-subscribed = توصل الشبكة كل شيء إلى هنا
channel-subscription-mended = كانت الشبكة قد توقفت عن التوصيل إلى هنا، وأُصلح ذلك
channel-subscription-missing = لا توصل الشبكة الرسائل إلى هنا
channel-subscription-unknown = لا تقول الشبكة هل توصل إلى هنا
channel-checked = سُئلت الشبكة { $since }

fact-name = الاسم هناك: { $name }
fact-name-review = رأي الشبكة في الاسم: { $review }
fact-quality = الجودة: { $quality }
fact-fast = يمكن الإرسال بأعلى سرعة
fact-limit = { $count ->
    [zero] لا يمكن بدء الكتابة إلى أحد
    [one] يمكن بدء الكتابة إلى شخص واحد خلال 24 ساعة
    [two] يمكن بدء الكتابة إلى شخصين خلال 24 ساعة
    [few] يمكن بدء الكتابة إلى { $count } أشخاص خلال 24 ساعة
    [many] يمكن بدء الكتابة إلى { $count } شخصًا خلال 24 ساعة
   *[other] يمكن بدء الكتابة إلى { $count } شخص خلال 24 ساعة
}
fact-limit-none = يمكن بدء الكتابة إلى أي عدد من الناس
quality-good = جيدة
quality-medium = متوسطة
quality-low = منخفضة
quality-flagged = في خطر
quality-unknown = لم تُقيَّم بعد
review-approved = مقبول
review-pending = لم يُبَتّ فيه بعد
review-rejected = مرفوض

danger-since = منذ { $since }
danger-other = تحذير
danger-other-advice = تحذر الشبكة من أمر لا نصيحة لدى Parley فيه. إن لم تُفد كلماتها أدناه فأرِها للمسؤول عن Parley.
danger-token-expires = تنتهي صلاحية رمز الوصول قريبًا
danger-token-expires-advice = أنشئ رمزًا جديدًا لدى الشبكة قبل ذلك اليوم واضغط «إعادة الربط». بعده لا يمكن إرسال شيء.
danger-token-of-another = رمز الوصول لحساب آخر
danger-token-of-another-advice = أنشئ لدى الشبكة رمزًا لهذا الحساب نفسه واضغط «إعادة الربط».
danger-permission = ينقص رمزَ الوصول إذن
danger-permission-advice = أنشئ لدى الشبكة رمزًا جديدًا فيه الإذن المذكور أدناه، ثم اضغط «إعادة الربط».
danger-not-subscribed = لا توصل الشبكة الرسائل إلى هنا
danger-not-subscribed-advice = يحاول Parley إصلاح ذلك بنفسه. إن استمر فراجع عنوان الـ webhook والأذونات لدى الشبكة.
danger-updates-waiting = لا يستطيع تيليجرام توصيل الرسائل
danger-updates-waiting-advice = تنتظر الرسائل لدى تيليجرام، ولا يضيع شيء خلال 24 ساعة. تأكد أن Parley يمكن الوصول إليه من الخارج.
danger-no-reply-right = لا يحق للبوت أن يرد باسم هذا الحساب
danger-no-reply-right-advice = في تيليجرام: الإعدادات › Telegram Business › روبوتات الدردشة، واسمح للبوت بالرد على الرسائل.
danger-many-failures = معظم الرسائل لا تخرج
danger-many-failures-advice = السبب مكتوب تحت أي رد فاشل. وحتى يُصلَح يَحسُن تقليل الكتابة.
danger-quality = يحظر العملاء هذا الرقم أو يبلغون عنه
danger-quality-advice = ابدأ الكتابة إلى عدد أقل، وإلى من ينتظر ذلك فقط. تعيد الشبكة التقييم على سبعة أيام.
danger-limit = انخفض حد بدء الكتابة
danger-limit-advice = تخرج الردود على العملاء كما كانت. ابدأ الكتابة إلى عدد أقل حتى يرتفع الحد من جديد.
danger-limited = تحد الشبكة مما يمكن إرساله
danger-limited-advice = قد تخرج الردود ببطء أو لا تخرج. على أحد المالكين أن يبحث عن السبب في إعدادات الأعمال لدى Meta.
danger-state = الرقم غير متصل لدى الشبكة
danger-state-advice = على أحد المالكين وصل الرقم أو تسجيله من جديد لدى Meta.
danger-account-restricted = قيّدت الشبكة الحساب
danger-account-restricted-advice = على أحد المالكين النظر في صفحة جودة الحساب لدى Meta: فيها ما هو ممنوع وكيف تُطلب مراجعة.
danger-account-violation = تبلغ الشبكة عن مخالفة لقواعدها
danger-account-violation-advice = على أحد المالكين قراءتها في صفحة جودة الحساب لدى Meta وإيقاف ما تذكره قبل تقييد الحساب.
danger-account-banned = الحساب محظور أو سيُحظر
danger-account-banned-advice = على أحد المالكين أن يطلب فورًا مراجعة من صفحة جودة الحساب لدى Meta.
danger-account-deleted = حُذف الحساب لدى الشبكة
danger-account-deleted-advice = لم يعد ممكنًا الإرسال به أو الاستقبال. صِل حسابًا آخر.
danger-account-disconnected = فُصل الحساب
danger-account-disconnected-advice = صِله من جديد في تطبيق واتساب للأعمال أو لدى Meta.
danger-account-review = رفضت الشبكة الحساب
danger-account-review-advice = على أحد المالكين أن يطلب مراجعة من Meta. وحتى ذلك الحين لا يمكن إرسال شيء.
danger-policy = تحذر Meta الصفحة أو تحظرها
danger-policy-advice = على أحد المالكين النظر في جودة الصفحة في إعدادات Meta وطلب مراجعة إن كان ذلك خطأ.
danger-security = عبث أحد برمز أمان الرقم
danger-security-advice = إن لم يكن أحدًا منكم فضعوا فورًا رمزًا جديدًا لدى Meta: من يملكه يستطيع أخذ الرقم.

channel-endangered = ‏<b>{ $title }</b>: { $danger }.
channel-relieved = <b>{ $title }</b>: انتهى هذا: { $danger }.
channel-connected = القناة <b>{ $title }</b> متصلة. ما يكتبه العملاء فيها يصل إلى هنا من الآن.
channel-takes-again = عادت القناة <b>{ $title }</b> إلى استقبال العملاء.

import-of = <b>{ $title }</b>: تُنقل المحادثات القديمة.
import-progress = وصل { $progress } %
import-done = المحادثات القديمة: وصلت كلها
import-failed = تعذر نقل المحادثات القديمة.

button-check = افحص الآن
button-templates = القوالب
button-channel = عرض القناة
button-danger-hide = رأيته، أخفِ: { $name }
toast-checking = تُسأل الشبكة الآن. اضغط من جديد بعد ثوانٍ لترى جوابها.
toast-hidden = أُخفي. وإن قالته الشبكة من جديد فسنخبرك.

templates-title = { $count ->
    [zero] لا قوالب
    [one] قالب واحد
    [two] قالبان
    [few] { $count } قوالب
    [many] { $count } قالبًا
   *[other] { $count } قالب
}
templates-none = لا قوالب بعد. بالقالب المقبول يمكنك الكتابة أيضًا بعد إغلاق نافذة الرد.
template-approved = مقبول
template-submitting = يُقدَّم الآن
template-pending = تنظر فيه الشبكة
template-in-appeal = يُنظر فيه من جديد
template-rejected = مرفوض
template-paused = موقوف مؤقتًا
template-flagged = في خطر
template-disabled = مُعطَّل
template-deleted = محذوف
template-marketing = تسويق
template-utility = خدمة
template-authentication = رمز دخول
template-reason = السبب: { $reason }
button-template = عرض القالب
button-template-new = قالب جديد
button-template-submit = تقديم
button-template-stop = إلغاء
button-template-no-footer = بلا سطر أخير
template-ask-name = 🧾 <b>قالب جديد.</b> ما اسمه؟ حروف لاتينية صغيرة وأرقام و_، مثلًا: appointment_reminder
template-ask-language = بأي لغة هو؟ اضغط واحدة، أو اردد على هذه الرسالة برمز مثل nl أو zh_CN.
template-ask-category = لأي غرض؟ <b>خدمة</b> لما طلبه العميل أو سأل عنه. و<b>تسويق</b> لكل ما عدا ذلك، وهو أغلى.
template-ask-body = اكتب النص كما سيقرؤه العميل. ضع {"{{1}}"} و{"{{2}}"} وهكذا حيث يُملأ شيء لاحقًا، مثلًا: مرحبًا {"{{1}}"}، نراك يوم {"{{2}}"} في نادينا.
template-ask-examples = { $count ->
    [zero] لا مواضع لتُعطى أمثلة عنها.
    [one] أعطِ مثالًا للموضع: تريد الشبكة أن ترى واحدًا.
    [two] أعطِ مثالًا لكل من الموضعين، كلًا في سطره: تريد الشبكة أن تراهما.
    [few] أعطِ مثالًا لكل من المواضع الـ{ $count }، كلًا في سطره: تريد الشبكة أن تراها.
    [many] أعطِ مثالًا لكل من المواضع الـ{ $count }، كلًا في سطره: تريد الشبكة أن تراها.
   *[other] أعطِ مثالًا لكل من المواضع الـ{ $count }، كلًا في سطره: تريد الشبكة أن تراها.
}
template-ask-footer = اردد على هذه الرسالة بسطر أخير صغير، 60 حرفًا على الأكثر، أو اضغط «بلا سطر أخير».
template-cancel = ‏‎/cancel ينهي هذا.
template-placeholder = جوابك
template-preview = 👀 <b>هكذا سيبدو.</b> هل نقدمه؟ تقرر الشبكة عادة خلال يوم.
template-without-footer = بلا سطر أخير
template-submitted = قُدِّم <b>{ $name }</b>. سنخبرك بما تقرره الشبكة.
template-bad-name = ليس في الاسم إلا حروف لاتينية صغيرة a–z وأرقام و_.
template-bad-language = هذا ليس رمز لغة. أمثلة: en أو fr أو pt_BR.
template-choose = اضغط أحد الأزرار من فضلك.
template-bad-body = لا نص فيه. اكتب ما سيقرؤه العميل.
template-body-too-long = النص أطول من اللازم: 1024 حرفًا على الأكثر.
template-body-numbers = يجب ترقيم المواضع {"{{1}}"} و{"{{2}}"} و{"{{3}}"} بلا فجوات.
template-body-edges = لا يجوز أن يقع موضع في أول النص أو آخره: ترفض الشبكة ذلك. ضع حوله كلمات.
template-bad-examples = عدد الأسطر غير عدد المواضع.
template-bad-footer = السطر الأخير 60 حرفًا على الأكثر، في سطر واحد، بلا مواضع.
notice-template = القالب <b>{ $name }</b> ({ $language }): { $status }.
notice-template-rejected = يمكنك كتابته من جديد بالاسم نفسه.
notice-template-paused = لم يعجب العملاء. تعيده الشبكة بنفسها؛ وفي المرة الثالثة يُعطَّل.

button-form-add = ➕ نموذج موقع
button-google-add = ➕ نموذج إعلانات Google
button-form-origins = المواقع المسموحة
button-form-thanks = صفحة الشكر
button-form-fields = الحقول
button-form-hidden = الحقل المخفي
button-form-show = عرض العنوان
button-form-remove = إزالة
button-form-remove-yes = نعم، أزِله
button-form-restore = إعادته
form-origins = المواقع المسموحة: { $sites }
form-origins-none = المواقع المسموحة: لا شيء بعد، فلا يمكن لأي صفحة أن ترسل من متصفح
form-thanks = صفحة الشكر: { $page }
form-thanks-none = صفحة الشكر: لا شيء
form-fields = الحقول:
form-fields-none = الحقول: تُعرف تلقائيًا
form-hidden = الحقل المخفي: { $name }
form-hidden-none = الحقل المخفي: الأسماء المعتادة مثل ‎_gotcha
form-ask-name = ما اسم النموذج؟ مثلًا: صفحة التواصل
google-ask-name = ما اسم نموذج العملاء؟ مثلًا: حملة الربيع
form-name-placeholder = اسمه
form-ask-origins = من أي مواقع يجوز إرسال النموذج؟ عنوان في كل سطر، مثلًا: www.example.org
form-ask-thanks = إلى أي صفحة ينتقل الزائر بعد الإرسال؟ عنوانها كاملًا، مثلًا: https://www.example.org/thanks
form-ask-fields = أي حقل هو ماذا؟ واحد في كل سطر، مثلًا:
    <code>name = contact.full_name</code>
    <code>phone = tel</code>
    الحقول هي name وphone وemail وmessage وid. وما تتركه يُعرف تلقائيًا.
form-ask-hidden = ما اسم الحقل الذي لا يراه الناس؟ من يملؤه برنامج، ويُوضع جانبًا.
form-ask-nothing = اردد بشرطة واحدة (–) لإزالة الإعداد. و‎/cancel لا يغير شيئًا.
form-now = الآن:
form-setting-placeholder = جوابك
form-set = حُفظ.
form-told = <b>{ $name }</b>: تُرسل النماذج إلى هذا العنوان. من يعرفه يستطيع إرسال عملاء: ضعه في موقعك ولا تضعه في مكان آخر.
form-address-local = لا يبدأ هذا العنوان بـ https: يصعب على المواقع الوصول إليه. اضبط PUBLIC_URL على عنوان Parley.
form-snippet = نموذج لموقعك، للنسخ:
form-next = اضغط الآن «المواقع المسموحة» في صفحة النموذج هنا وقل في أي موقع يوجد النموذج: قبل ذلك تُرفض المتصفحات.
google-told = <b>{ $name }</b>: في إعلانات Google، عند نموذج العملاء تحت «تسليم العملاء» › «دمج webhook»، هذا عنوان الـ webhook:
google-key = وهذا مفتاحه:
google-next = ثم اضغط هناك «إرسال بيانات تجريبية»: تظهر التجربة هنا كعميل.
form-remove-ask = هل تريد إزالة <b>{ $name }</b>؟ يُرفض كل إرسال جديد إليه. وعملاؤه محفوظون، ويمكنك إعادته.
toast-form-removed = أُزيل النموذج.
form-label-name = الاسم
form-label-email = البريد الإلكتروني
form-label-phone = الهاتف
form-label-message = الرسالة
form-label-send = إرسال
