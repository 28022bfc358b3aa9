language-own-name = العربية
person-unknown = شخص ما

duration-moments = أقل من دقيقة
duration-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
duration-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
duration-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
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

message-empty = (رسالة فارغة)
message-forwarded = مُعاد توجيهها
message-quote-unknown = رسالة سابقة
message-image = 📷 صورة
message-video = 🎬 مقطع فيديو
message-audio = 🎵 ملف صوتي
message-voice = 🎤 رسالة صوتية
message-sticker = 🙂 ملصق
message-document = 📄 مستند
message-document-named = 📄 مستند: { $name }
message-file-elsewhere = <i>لا يمكن عرض الملف نفسه هنا بعد.</i>
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
message-revoke = 🗑 حذف: { $quote }
message-system = ℹ️ إشعار من الشبكة
message-system-welcome = 👋 فتح المحادثة لأول مرة ولم يكتب بعد
message-system-number = ℹ️ لديه رقم أو حساب جديد
message-system-identity = ℹ️ تغيّر رمز الأمان: ربما هاتف جديد
message-unsupported = ⚠️ أرسل محتوى لا تسلّمه الشبكة للشركات. اطلب إرساله بطريقة أخرى.
message-unsupported-named = ⚠️ أرسل محتوى لا تسلّمه الشبكة للشركات ({ $kind }). اطلب إرساله بطريقة أخرى.
message-unknown = ⚠️ أرسل محتوى لا يعرفه Parley بعد ({ $kind }). وهو محفوظ.

failure-window-closed = أُغلقت نافذة الرد: لا يُسمح بالنص الحر إلا خلال 24 ساعة من آخر رسالة للعميل. اتصل به، أو انتظر حتى يكتب من جديد.
failure-cannot-receive = لا يستطيع رقم العميل استلام هذه الرسالة: ربما ليس على واتساب، أو تطبيقه قديم جدًا. تواصل معه بطريقة أخرى.
failure-held-back = حجبها واتساب كي لا تصل إلى العميل رسائل كثيرة من الشركات. لا تكررها اليوم؛ انتظر حتى يكتب العميل.
failure-opted-out = لم يعد العميل يريد مثل هذه الرسائل منك. لا تكتب إليه حتى يكتب هو.
failure-too-many-to-one = أُرسلت رسائل كثيرة إلى هذا العميل في وقت قصير. انتظر دقيقة ثم أرسلها من جديد.
failure-too-fast = أُرسلت رسائل كثيرة في وقت قصير. انتظر بضع دقائق ثم أرسلها من جديد.
failure-access = رفضت الشبكة وصول Parley إلى الحساب. على مالك أو مدير أن يجدد رمز الوصول.
failure-billing = توجد مشكلة في الدفع في الحساب. على مالك أن يصلح وسيلة الدفع لدى Meta.
failure-not-registered = رقم الشركة غير مسجّل في واتساب. على مالك أو مدير أن يسجّله لدى Meta.
failure-locked = قيّدت الشبكة حساب الشركة. على مالك أن يراجع صفحة جودة الحساب لدى Meta.
failure-network = حدثت مشكلة لدى الشبكة نفسها. أرسلها من جديد بعد بضع دقائق.
failure-other = رفضتها الشبكة. إن لم تفدك كلماتها أدناه فاعرضها على المسؤول عن Parley.
failure-code = <i>تقول الشبكة: { $title } ({ $code })</i>
