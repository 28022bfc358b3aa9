language-own-name = العربية
person-unknown = شخص ما

duration-moments = أقل من دقيقة
duration-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
duration-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
duration-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}

status-new = جديد
status-contacted = تم التواصل
status-follow-up = للمتابعة
status-converted = تم التحويل
status-lost = خسرناه

role-owner = مالك
role-admin = مدير
role-agent = موظف
role-viewer = مشاهد

network-whatsapp = واتساب
network-instagram = إنستغرام
network-messenger = ماسنجر
network-telegram = تيليغرام
network-telegram-business = تيليغرام للأعمال
network-facebook-leads = نماذج فيسبوك
network-google-leads = نماذج غوغل
network-linkedin-leads = نماذج لينكدإن
network-forms = نموذج الموقع
network-manual = إضافة يدوية

message-empty = (رسالة فارغة)
message-words = «{ $words }»
comma = ،
arrow = ←
message-forwarded = مُعاد توجيهها
message-automatic = أُرسلت برد آلي
message-standby = يرد تطبيق آخر في هذه المحادثة الآن
message-test = تجربة من الشبكة وليست شخصًا
message-in-group = كُتبت في مجموعة
message-revoked-mark = 🗑 حذفها المرسل
message-erased = مُحيت كما تشترط الشبكة.
message-quote-unknown = رسالة سابقة
message-image = 📷 صورة
message-video = 🎬 مقطع فيديو
message-animation = 🎞 صورة متحركة
message-video-note = 📹 رسالة فيديو
message-audio = 🎵 ملف صوتي
message-voice = 🎤 رسالة صوتية
message-sticker = 🙂 ملصق
message-document = 📄 مستند
message-document-named = 📄 مستند: { $name }
message-files = { $count ->
    [zero] بلا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
}
message-album = { $count ->
    [zero] 🗂 ألبوم فارغ
    [one] 🗂 ألبوم من ملف واحد
    [two] 🗂 ألبوم من ملفين
    [few] 🗂 ألبوم من { $count } ملفات
    [many] 🗂 ألبوم من { $count } ملفًا
   *[other] 🗂 ألبوم من { $count } ملف
}
message-share = 🔗 شارك شيئًا
message-share-post = 🔗 شارك منشورًا
message-share-reel = 🔗 شارك مقطع ريل
message-share-story = 🔗 شارك قصة
message-share-link = 🔗 أرسل رابطًا
message-open-link = افتحه
message-story-mention = ✨ ذكركم في قصة
message-comment = 💬 علّق على منشور. ردك عليه خاص ويُسمح به مرة واحدة.
message-comment-live = 💬 علّق على بث مباشر. ردك عليه خاص ويُسمح به مرة واحدة.
message-comment-post = افتح المنشور
message-poll = 📊 استطلاع
message-template = 📋 القالب { $name }
message-call = 📞 مكالمة
message-call-rings = 📞 يتصل الآن
message-call-accepted = 📞 تم الرد على المكالمة
message-call-rejected = 📞 رُفضت المكالمة
message-call-missed = 📞 انتهت المكالمة دون رد
message-call-ended = 📞 انتهت المكالمة بعد { $lasted }
message-call-out = 📞 الشركة تتصل
message-call-out-accepted = 📞 رد العميل على المكالمة
message-call-out-rejected = 📞 رفض العميل المكالمة
message-call-out-missed = 📞 لم يرد العميل على المكالمة
message-call-out-ended = 📞 انتهت مكالمتك بعد { $lasted }
message-location = 📍 موقع
message-location-named = 📍 موقع: { $name }
message-location-map = فتح الخريطة
message-contacts = { $count ->
    [zero] 👤 لا جهات اتصال
    [one] 👤 جهة اتصال
    [two] 👤 جهتا اتصال
    [few] 👤 { $count } جهات اتصال
    [many] 👤 { $count } جهة اتصال
   *[other] 👤 { $count } جهة اتصال
}
message-choice = 🔘 اختار: { $choice }
message-call-allowed = 📞 يسمح لك بالاتصال به
message-call-refused = 📞 لا يريد أن تتصل به
message-form = 📝 ملأ نموذجًا
message-form-incomplete = 📝 بدأ تعبئة نموذج ولم يكمله
message-form-cut = <i>… قُصّت الإجابات الطويلة هنا، وفي النموذج المزيد.</i>
message-order = { $count ->
    [zero] 🛒 طلب بلا أصناف
    [one] 🛒 طلب من صنف واحد
    [two] 🛒 طلب من صنفين
    [few] 🛒 طلب من { $count } أصناف
    [many] 🛒 طلب من { $count } صنفًا
   *[other] 🛒 طلب من { $count } صنف
}
message-reaction = { $emoji } تفاعل مع: { $quote }
message-reaction-removed = سحب تفاعله مع: { $quote }
message-edit = ✏️ عدّل { $quote }. النص الآن:
message-edit-file = <i>يوجد ملف جديد.</i>
message-revoke = 🗑 حذف: { $quote }
message-system = ‏ℹ️ إشعار من الشبكة
message-system-welcome = 👋 فتح المحادثة لأول مرة ولم يكتب بعد
message-system-number = ‏ℹ️ لديه رقم أو حساب جديد
message-system-identity = ‏ℹ️ تغيّر رمز الأمان: ربما هاتف جديد
message-system-start = 👋 فتح المحادثة مع البوت
message-system-referral = 👋 جاء عبر إعلان أو رابط ولم يكتب بعد
message-system-optin = 🔔 وافق على استلام الرسائل
message-system-appointment = 📅 حجز موعدًا
message-unsupported = ⚠️ أرسل محتوى لا تسلّمه الشبكة للشركات. اطلب إرساله بطريقة أخرى.
message-unsupported-named = ⚠️ أرسل محتوى لا تسلّمه الشبكة للشركات ({ $kind }). اطلب إرساله بطريقة أخرى.
message-unknown = ⚠️ أرسل محتوى لا يعرفه Parley بعد ({ $kind }). وهو محفوظ.

failure-window-closed = أُغلقت نافذة الرد: لا تسمح الشبكة بالردود الحرة إلا لمدة بعد آخر رسالة للعميل. أرسل قالبًا إن وُجد، أو اتصل به، أو انتظر حتى يكتب من جديد.
failure-cannot-receive = لا يستطيع رقم العميل استلام هذه الرسالة: ربما ليس على واتساب، أو تطبيقه قديم جدًا. تواصل معه بطريقة أخرى.
failure-own-number = هذا رقم الشركة نفسها، ولا يمكنه أن يراسل نفسه.
failure-person-away = لا يمكن مراسلة العميل هناك الآن: ربما حسابه غير متاح أو لا يقبل رسائلكم. تواصل معه بطريقة أخرى.
failure-person-unknown = لم تعد الشبكة تعرف هذا الشخص هناك. تواصل معه بطريقة أخرى، أو انتظر حتى يكتب.
failure-blocked = حظركم العميل هناك. لا تكرر المحاولة؛ وتواصل معه بطريقة أخرى إن وُجد سبب وجيه.
failure-deactivated = أُغلق حساب العميل. تواصل معه بطريقة أخرى.
failure-comment-answered = سبق الرد على هذا التعليق، أو أنه قديم جدًا أو محذوف. انتظر حتى يكتب العميل.
failure-held-back = حجبها واتساب كي لا تصل إلى العميل رسائل كثيرة من الشركات. لا تكررها اليوم؛ انتظر حتى يكتب العميل.
failure-opted-out = لم يعد العميل يريد مثل هذه الرسائل منك. لا تكتب إليه حتى يكتب هو.
failure-too-many-to-one = أُرسلت رسائل كثيرة إلى هذا العميل في وقت قصير. انتظر دقيقة ثم أرسلها من جديد.
failure-too-fast = أُرسلت رسائل كثيرة في وقت قصير. انتظر بضع دقائق ثم أرسلها من جديد.
failure-access = رفضت الشبكة وصول Parley إلى الحساب. على مالك أو مدير أن يجدد رمز الوصول.
failure-billing = توجد مشكلة في الدفع في الحساب. على مالك أن يصلح وسيلة الدفع لدى Meta.
failure-not-registered = رقم الشركة غير مسجّل في واتساب. على مالك أو مدير أن يسجّله لدى Meta.
failure-locked = قيّدت الشبكة حساب الشركة. على مالك أن يراجع صفحة جودة الحساب لدى Meta.
failure-no-right = لم يعد حساب المالك يسمح لـ Parley بالرد هناك. على مالك أن يسمح بذلك من جديد في إعدادات الشبكة.
failure-display-name = لم يُعتمد اسم رقم الشركة بعد. على مالك أن يراجعه لدى Meta.
failure-media = لم تقبل الشبكة هذا الملف أو هذا النوع من الرسائل. أرسله بصيغة أخرى أو كمستند أو كرابط.
failure-too-large = الملف أكبر مما تقبله الشبكة. أرسل ملفًا أصغر أو رابطًا.
failure-file-gone = لم يعد الملف محفوظًا هنا فلم يمكن إرساله. أرسله من جديد.
failure-not-changeable = لم يعد ممكنًا تعديل الرسالة لدى الشبكة، فتبقى لدى العميل كما كانت. أرسل ردًا آخر إن كان الأمر مهمًا.
failure-reaction = لا تعرف الشبكة هذا التفاعل. اختر غيره.
failure-template-values = القيم لا تناسب القالب: كثيرة أو قليلة أو طويلة. أرسله من جديد بقيم أخرى.
failure-template-missing = لا تملك الشبكة هذا القالب بهذه اللغة (بعد). اختر غيره، أو حاول بعد عشر دقائق.
failure-template-paused = أوقفت الشبكة هذا القالب بسبب شكاوى أو لمخالفته قواعدها. اختر غيره.
failure-network = حدثت مشكلة لدى الشبكة نفسها. أرسلها من جديد بعد بضع دقائق.
failure-other = رفضتها الشبكة. إن لم تفدك كلماتها أدناه فاعرضها على المسؤول عن Parley.
failure-code = <i>تقول الشبكة: { $title } ({ $code })</i>
