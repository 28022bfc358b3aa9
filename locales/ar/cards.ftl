button-more = المزيد ◂
button-mini-app = فتح التطبيق المصغّر
button-tags = 🏷 الوسوم
button-tag-new = ➕ وسم آخر…
button-snooze = 😴 تأجيل
button-wake = ☀️ إعادة الآن
button-duplicates = 👥 نفس الشخص؟
button-block = 🚫 حظر
button-block-yes = نعم، احظر
button-unblock = إلغاء الحظر
button-lost-own = سبب آخر…
button-lost-none = بلا سبب
button-value = كتابة المبلغ
button-value-none = بلا مبلغ

card-blocked = محظور: تُحفظ رسائله ولا تُعرض، ولا يُرسَل إليه شيء
card-snoozed = خارج الوارد حتى { $until }

lost-ask = لماذا خسرنا هذا العميل؟
lost-ask-own = لماذا خسرنا { $number }؟ أجب بكلماتك، وعندها يُسجَّل العميل خاسرًا.
lost-placeholder = السبب
lost-price = السعر مرتفع
lost-competitor = اختار غيرنا
lost-no-answer = لا يردّ
lost-not-now = ليس الآن
lost-not-a-fit = ليس من عملنا

converted-ask = كم تبلغ قيمة هذا العميل؟
value-ask = كم تبلغ قيمة { $number }؟ أجب بالمبلغ، وعندها تتغيّر الحالة إلى «تم التحويل».
value-placeholder = 1200 EUR
value-unreadable = لم أجد مبلغًا مفهومًا. أجب بأرقام وعملة، مثل: 1200 أو 1,200.50 EUR
value-ambiguous = يمكن أن يُقرأ هذا بمبلغين. أجب مرة أخرى بلا فاصلة، أو بثلاث خانات عشرية.
value-no-currency = بأي عملة؟ أجب بأحرفها الثلاثة، مثل: EUR. ويمكن للمالك تحديد العملة المعتادة عبر ‎/settings.

tags-ask = المس وسمًا لإضافته أو إزالته.
tags-ask-new = أي وسوم لـ { $number }؟ أجب بوسم أو أكثر تفصل بينها فواصل. وعلامة الناقص قبل الوسم تزيله.
tags-placeholder = مهم، تجربة

snooze-ask = حتى متى؟ يعود من تلقاء نفسه، وفورًا إذا كتب العميل.
snooze-ask-words = حتى متى؟ أجب بكلماتك، مثل: غدا 10، بعد 3 أيام، الاثنين
snooze-ask-again = لم أجد وقتًا في ذلك. أجب مرة أخرى، مثل: غدا 10، بعد ساعتين، الجمعة 15:30
snooze-placeholder = غدا 10
snooze-done = خارج الوارد حتى { $when }.
snooze-over = عاد إلى الوارد.
notice-back = عاد العميل { $number } ({ $name }) إلى الوارد: انتهت مدة تأجيله.

block-ask = أتريد حظر هذا الشخص؟
block-does = يسري هذا هنا على كل القنوات: يُحفظ ما يكتبه ولا يُعرض، ولا يُنبَّه أحد إليه، وتُلغى الردود التي ما زالت تنتظر، ولا يخرج إليه أي ردّ. لا يُخبَر هو بذلك، ويمكن التراجع في أي وقت.
block-not = أما على الشبكة نفسها فلا يُحظر أحد: لا يبلّغها Parley بشيء.
block-at = ‏<b>{ $network }:</b> { $words }
block-at-whatsapp = تظل رسائله تصل بعلامتين رماديتين، وتظل مكالماته ترنّ في تطبيق الهاتف إن كان للرقم تطبيق. ويمكنك حظره هناك أيضًا.
block-at-instagram = يظل يكتب ويرى ملفك. لإيقاف ذلك احظره أو قيّده في إنستغرام نفسه.
block-at-messenger = يظل يكتب إلى صفحتك. لإيقاف ذلك احظره من الصفحة في فيسبوك أو Meta Business Suite.
block-at-telegram = لا يتيح تيليغرام لأي بوت أن يحظر أحدًا: يستطيع أن يواصل الكتابة إليه.
block-at-telegram-business = تظل رسائله ظاهرة في حساب تيليغرام الخاص بالمالك، ويستطيع المالك حظره هناك.
block-at-forms = من لديه النموذج يستطيع ملأه من جديد. يُحفظ ذلك ولا يُعرض أيضًا.
toast-blocked = تم الحظر. لن يُنبَّه أحد إلى رسائله.
toast-unblocked = ستصلك أخبار هذا الشخص من جديد.
toast-no-duplicates = لا أحد آخر يبدو أنه الشخص نفسه.
send-template-where = على أي قناة يُرسَل القالب؟
failure-contact-blocked = حظر الفريق هذا الشخص، فلم يُرسَل شيء.

history-tagged = أضاف { $by } الوسم «{ $tag }»
history-untagged = أزال { $by } الوسم «{ $tag }»
history-snoozed = أجّل { $by } العميل
history-unsnoozed = أعاد { $by } العميل إلى الوارد
history-merged = دمج { $by } شخصين
history-merge-undone = ألغى { $by } دمجًا
history-blocked = حظر { $by } الشخص
history-unblocked = ألغى { $by } حظر الشخص

error-contact-blocked = لم يُرسَل: حظر الفريق هذا الشخص. ألغِ الحظر من بطاقة العميل أولًا.
error-currency-unknown = لا توجد عملة كهذه، فلم يتغيّر شيء. اكتب حروفها الثلاثة، مثل EUR.
error-lead-closed-for-snooze = العميل #{ $number } مغلق وليس في الوارد، فلا شيء يؤجَّل.
error-no-templates = لا يوجد قالب معتمد لهذا الشخص، فلا شيء يُختار. تعرض ‎/channels القوالب.
error-organization-not-found = لم تعد المؤسسة موجودة هنا.
error-organization-name = طول الاسم من 1 إلى { $limit } حرفًا، فلم يتغيّر شيء. اكتب اسمًا أقصر.
error-snooze-past = مضى هذا الوقت، فلم يتغيّر شيء. اختر وقتًا لاحقًا.
error-snooze-too-far = هذا أبعد من { $days } يومًا، فلم يتغيّر شيء. اختر وقتًا أقرب.
error-tag-not-found = لم يعد هذا الوسم هنا، فلم يتغيّر شيء. اكتبه من جديد.
error-tag-unreadable = الوسم كلمة أو بضع كلمات لا تزيد على { $limit } حرفًا، فلم يتغيّر شيء. اكتب وسمًا أقصر.
error-tags-many = هناك { $limit } وسمًا بالفعل، فلم يُضَف هذا. أزِل واحدًا أولًا.

command-leads = كل العملاء المفتوحين، أو أصحاب وسم
command-status = تغيير حالة عميل
command-note = كتابة ملاحظة للفريق
command-tag = وضع وسوم على عميل
command-snooze = تأجيل عميل إلى وقت لاحق
command-template = إرسال قالب معتمد
command-stats = اليوم والأسبوع بالأرقام
command-settings = اللغة والمنطقة الزمنية وساعات الهدوء
command-privacy = ما الذي يُحفظ وكيف يُمحى
command-later = { $command } غير متوفر بعد. يعرض ‎/help ما هو متوفر.

note-usage = اكتبه ردًا تحت عميل، أو ابدأ برقمه: ‎<code>/note #12 اتصلت به ويريد أن يفكر</code>
status-usage = اكتبه ردًا تحت عميل، أو ابدأ برقمه: ‎<code>/status #12 للمتابعة</code>
status-unknown = لا توجد حالة كهذه، فلم يتغيّر شيء. الحالات: { $known }
tag-usage = اكتبه ردًا تحت عميل، أو ابدأ برقمه: ‎<code>/tag #12 مهم، تجربة</code>
snooze-usage = اكتبه ردًا تحت عميل، أو ابدأ برقمه: ‎<code>/snooze #12 غدا 10</code>
template-usage = اكتبه ردًا تحت عميل، أو مع رقمه: ‎<code>/template 12</code>

inbox-snoozed = 😴 المؤجَّلون
inbox-empty-snoozed = لا شيء مؤجَّل.
inbox-empty-tag = لا عميل مفتوح هنا يحمل هذا الوسم.
inbox-no-tag = لا عميل يحمل الوسم «{ $tag }». يضعه ‎/tag تحت عميل.
inbox-no-tags = لا عميل يحمل وسمًا بعد. يضعه ‎/tag تحت عميل.
inbox-choose-tag = أي وسم؟

stats-title = بالأرقام
stats-today = اليوم
stats-week = آخر 7 أيام
stats-waiting = { $count ->
    [zero] لا أحد ينتظر ردًا
    [one] عميل واحد ينتظر ردًا
    [two] عميلان ينتظران ردًا
    [few] { $count } عملاء ينتظرون ردًا
    [many] { $count } عميلًا ينتظرون ردًا
   *[other] { $count } عميل ينتظرون ردًا
}
stats-opened = الجدد: { $count }
stats-answered = من رُدّ عليهم: { $count }
stats-first-answer = أول رد بعد: { $time } (ونصفهم قبل ذلك)
stats-ended = تم تحويلهم: { $converted } · خسرناهم: { $lost }
stats-about = من العملاء الذين يحق لك رؤيتهم، وبحسب منطقتك الزمنية.

settings-title = الإعدادات
settings-language = اللغة: { $language }
settings-organization-language = لغة من لم يختر لغة: { $language }
settings-organization-zone = المنطقة الزمنية: { $zone }
settings-currency = العملة المعتادة: { $currency }
settings-currency-none = العملة المعتادة: لا شيء
button-language = 🌐 اللغة
button-hours = 🕰 ساعات الهدوء
button-organization-name = 🏢 الاسم
button-organization-language = 🏢 اللغة
button-organization-zone = 🏢 المنطقة الزمنية
button-organization-currency = 🏢 العملة
organization-ask-name = ما اسم الشركة؟ به تذكرها الردود السريعة للعملاء.
organization-ask-zone = في أي منطقة زمنية الشركة؟ أجب باسمها، مثل <code>Europe/Paris</code> أو <code>Africa/Cairo</code>
organization-ask-currency = أي عملة تُقصد حين لا تُذكر مع المبلغ؟ أجب بحروفها الثلاثة، مثل <code>EUR</code> أو <code>MAD</code>
organization-ask-language = بأي لغة نخاطب الأعضاء الذين لم يختاروا لغة؟
organization-placeholder = إجابتك
toast-organization-changed = تغيّر ذلك للجميع.

privacy-title = الخصوصية
privacy-you = <b>عنك</b> يُحفظ: معرّفك في تيليغرام واسمك واسم المستخدم ودورك ولغتك ومنطقتك الزمنية وساعات هدوئك، وما فعلته مع العملاء ومتى. ومن يغادر الفريق لا يبقى له وصول، ويبقى ما فعله في السجلات.
privacy-customers = <b>عن العملاء</b> يُحفظ: ما كتبوه وأرسلوه، وأسماؤهم وعناوينهم على الشبكات، ومن أين جاؤوا، وردودكم وملاحظاتكم ووسومكم. ولا يراه إلا فريقكم، كلٌّ بحسب دوره. وتُحفظ رموز الشبكات مشفّرة.
privacy-erasing = <b>المحو.</b> حين يسحب عميل رسالة، أو تطلب شبكة محو شخص أو رسالة، يحدث ذلك هنا تلقائيًا، وفي المحادثات مع هذا البوت أيضًا. أما «الحظر» فيخفي رسائل الشخص ولا يمحو شيئًا.
privacy-leading = <b>للمالكين والمديرين.</b> إذا طلب منك عميل محو بياناته فافتح بطاقته في محادثتك الخاصة مع هذا البوت واضغط «المزيد» ثم «محو الشخص». ويُعرض عليك ما سيُمحى قبل محوه. أما القائمة التي استُورد منها فهي ملفك: امحه حيث تحفظه.

help-card = 5️⃣ <b>البطاقة.</b> <b>الحالة</b> تنقل العميل إلى الأمام وتسأل لماذا خسرناه أو كم تبلغ قيمته. و<b>ملاحظة</b> للفريق، ولا يراها العملاء أبدًا. و<b>تذكير</b> يعيد إليك العميل في وقته. وخلف <b>المزيد</b>: الوسوم والتأجيل والمسودات والقوالب والشخص والحظر.
help-looking = 2️⃣ <b>الاطلاع.</b> ترى العملاء مع سجلّهم. أما الرد والتغيير فلبقية الفريق.
help-below = أوامر العميل تعمل ردًا تحته، أو مع رقمه: ‎<code>/note #12 الاتصال يوم الاثنين</code>

button-erase = 🗑 محو الشخص
button-erase-yes = محو نهائي
card-erased = مُحي هذا الشخص: لا يُحفظ عنه شيء.
contact-erased-here = ما كان هنا مُحي نهائيًا.
erase-ask = أتريد محو هذا الشخص نهائيًا؟
erase-gone = سيُمحى الاسم وكل الأرقام والعناوين وأسماء المستخدم، ومن أين أتى، والوسوم، ومعها:
erase-messages = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
  }
erase-files = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
  }
erase-notes = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
  }
erase-reminders = { $count ->
    [zero] لا تذكيرات
    [one] تذكير واحد
    [two] تذكيران
    [few] { $count } تذكيرات
    [many] { $count } تذكيرًا
   *[other] { $count } تذكير
  }
erase-stays = { $count ->
    [zero] لا يبقى شيء عنه.
    [one] ما يبقى لا يقول عنه شيئًا: أنه كان هنا عميل واحد، ومتى، وكيف انتهى، ومن عمل معه. وإن كان مفتوحًا صارت حالته «خسرناه».
    [two] ما يبقى لا يقول عنه شيئًا: أنه كانت له بطاقتان، ومتى، وكيف انتهتا، ومن عمل عليهما. والمفتوحة تصير حالتها «خسرناه».
    [few] ما يبقى لا يقول عنه شيئًا: أنه كانت له { $count } بطاقات، ومتى، وكيف انتهت، ومن عمل عليها. والمفتوحة تصير حالتها «خسرناه».
    [many] ما يبقى لا يقول عنه شيئًا: أنه كانت له { $count } بطاقة، ومتى، وكيف انتهت، ومن عمل عليها. والمفتوحة تصير حالتها «خسرناه».
   *[other] ما يبقى لا يقول عنه شيئًا: أنه كانت له { $count } بطاقة، ومتى، وكيف انتهت، ومن عمل عليها. والمفتوحة تصير حالتها «خسرناه».
  }
erase-elsewhere = ما عرضه هذا البوت يُصحَّح في كل محادثة. لكنه لا يصل إلى ما كتبتموه بأنفسكم في تيليغرام، ولا إلى الشبكات، ولا إلى هاتف الشخص: امحُ هناك ما يجب محوه.
erase-forever = لا أحد يستطيع استرجاعه. ومن يكتب من جديد فهو شخص جديد.
toast-erased = تم المحو. يجري تصحيح المحادثات.
notice-contact-erased = محا { $by } شخص العميل { $number } نهائيًا.
history-erased = محا { $by } الشخص
