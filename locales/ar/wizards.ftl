wizard-skip = تخطٍّ
wizard-some = ما كنا فيه
wizard-cancelled = أُلغي: { $wizard }. ما لم يكتمل لم يُحفظ.
wizard-cancelled-kept = أُوقف مؤقتًا: { $wizard }. أجوبتك محفوظة؛ ابدأ من جديد لتواصل من حيث توقفت.
wizard-left = انتهى أولًا: { $wizard }. يمكنك البدء به من جديد متى شئت.
wizard-anew = تحدّثتُ منذ أن بدأنا، فلنبدأ من جديد: { $wizard }.
wizard-gone = لم يعد هذا موجودًا، فقد انتهى: { $wizard }.
wizard-not-allowed = دورك لم يعد يسمح بهذا، فقد انتهى: { $wizard }.
wizard-takes-text = اكتب جوابك من فضلك، أو اضغط زرًا في السؤال أعلاه. و‎/cancel ينهي هذا.
wizard-takes-choice = اضغط زرًا في السؤال أعلاه من فضلك. و‎/cancel ينهي هذا.
wizard-takes-file = أرسل ملفًا من فضلك (كملف لا كصورة)، أو اضغط زرًا في السؤال أعلاه. و‎/cancel ينهي هذا.
error-wizard-ended = لقد انتهى هذا، فلم يُفعل بجوابك شيء. ابدأ من جديد بالأمر نفسه؛ و‎/help يذكر الأوامر كلها.
error-wizard-step-past = أُجيب عن هذا السؤال من قبل. أجب عن أحدث سؤال في الأسفل من فضلك.
wizard-invite = دعوة الزملاء
invite-ask-name = لمن هذه الدعوة ({ $role })؟ اكتب الاسم لتميّز بين الروابط، أو تخطَّ ذلك.
invite-link-for = هذا الرابط لـ{ $name } ({ $role })، فأرسله إليه. يعمل مرة واحدة خلال { $left }. أول من يفتحه ينضم إلى الفريق ويعلم أنك من دعاه.
invite-another = أتدعو شخصًا آخر؟
button-invite-another = شخص آخر
button-done = تم
invite-done = أرسل كل رابط إلى شخص واحد فقط. و‎/team يُظهر من انضم.
error-username-unreadable = هذا ليس اسم مستخدم. يتكون من أحرف لاتينية وأرقام ونقاط و_، مثل: ‎@maria.k
wizard-new-lead = إضافة عميل
new-lead-who = من هو؟ اكتب الاسم، أو أرسل جهة اتصال من دفتر العناوين. وإن كان كل شيء حاضرًا لديك فاكتب الاسم ورقم الهاتف أو البريد الإلكتروني وملاحظة، كلًّا في سطر.
new-lead-reach = كيف يمكن الوصول إليه؟ رقم هاتف، أو بريد إلكتروني، أو اسم مستخدم مثل ‎@maria
new-lead-reach-needed = بلا اسم لا بد من رقم هاتف أو بريد إلكتروني أو اسم مستخدم مثل ‎@maria
new-lead-network = على أي شبكة اسم المستخدم هذا؟
new-lead-source = من أين جاء؟ اختر، أو اكتب ذلك في بضع كلمات.
source-call = مكالمة هاتفية
source-walk-in = حضر بنفسه
source-referral = توصية
source-event = فعالية
new-lead-note = ماذا يريد؟ ملاحظتك الأولى، ولا يراها إلا الفريق.
new-lead-confirm = هل أضيف هذا العميل؟
new-lead-duplicate = هناك من يُعرف بالرقم أو العنوان أو اسم المستخدم نفسه. فإن كان هو فإن ما كتبته ينضم إلى ملفه المفتوح، أو يُفتح له ملف جديد.
new-lead-namesake = هناك من يحمل الاسم نفسه: انظر أولًا هل هو الشخص نفسه.
button-new-lead-save = أضف العميل
new-lead-added = أُضيف.
new-lead-not-added = لم يُضف شيء. ابدأ من جديد عبر ‎/new
wizard-quick-reply = كتابة رد سريع
quick-example-name = ماريا سيلفا
quick-preview = سيبدو لـ{ $name } هكذا:
button-quick-good = جيد هكذا
button-quick-rewrite = أكتبه من جديد
quick-choose-category = إلى أي تصنيف ينتمي؟ اختر واحدًا، أو اكتب جديدًا، أو تخطَّ ذلك.
quick-name-category = إلى أي تصنيف ينتمي؟ اكتب واحدًا، مثل: الأسعار، أو تخطَّ ذلك.
quick-ask-shared = من يستخدمه؟
button-quick-own = أنا وحدي
button-quick-everybody = الجميع
wizard-setup = الإعداد
command-setup = إعداد الشركة خطوة بخطوة
button-setup = ⚙️ إعداد الشركة
button-setup-go-on = ⚙️ مواصلة الإعداد ({ $done } من { $count })
setup-welcome = <b>هيا نجهّز مكتبك.</b> كل جواب يُحفظ فورًا؛ تخطَّ ما هو صحيح، وعُد عبر ‎/setup متى شئت.
setup-language = بأي لغة نتحدث؟ ولكل واحد في فريقك أن يختار لنفسه غيرها.
setup-name = ما اسم شركتك؟ يرى عملاؤك هذا الاسم حيث يذكره نص.
setup-zone = في أي منطقة زمنية أنتم؟ اختر، أو اكتبها، مثل: Europe/Lisbon
setup-currency = بأي عملة تحسبون؟ اختر، أو اكتب رمزها من ثلاثة أحرف، مثل: CHF
setup-now = القيمة الحالية: <b>{ $now }</b>
setup-done = مكتبك جاهز.
setup-next = ماذا بعد؟
setup-complete = كل شيء جاهز.
setup-resumed = لنواصل من حيث توقفت.
setup-step = الخطوة { $step } من { $count }
setup-channels = { $count ->
    [zero] لا قناة بعد: لا يستطيع العملاء أن يكتبوا إليك هنا.
    [one] قناة واحدة مربوطة.
    [two] قناتان مربوطتان.
    [few] { $count } قنوات مربوطة.
    [many] { $count } قناة مربوطة.
   *[other] { $count } قناة مربوطة.
  }
setup-team = { $count ->
    [zero] لا أحد معك في الفريق بعد.
    [one] زميل واحد في الفريق.
    [two] زميلان في الفريق.
    [few] { $count } زملاء في الفريق.
    [many] { $count } زميلًا في الفريق.
   *[other] { $count } زميل في الفريق.
  }
setup-group = مجموعة الفريق هي { $title }.
setup-group-broken = لا يمكن الكتابة في مجموعة الفريق { $title }: انظر ما ينقصها.
setup-group-none = لا مجموعة للفريق: يصل العملاء إلى المحادثات الخاصة.
setup-office = ساعات العمل محدّدة.
setup-office-none = لا ساعات عمل محدّدة: تُعَدّون مفتوحين دائمًا.
button-setup-connect = 🔌 ربط قناة
button-setup-invite = 👥 دعوة الفريق
button-setup-desk = 💬 اختيار مجموعة الفريق
button-setup-office = 🕘 ساعات العمل
button-setup-again = المرور عليه من جديد
error-link-unknown = هذا الرابط لا يفتح شيئًا هنا: ناقص أو قديم أو لشركة أخرى. اطلب رابطًا جديدًا، أو ابحث عبر ‎/find
greeting-invited = دعاك { $by }.
notice-joined-as = عبر الرابط المخصص لـ{ $link }.
