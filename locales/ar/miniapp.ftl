miniapp-loading = جارٍ التحميل…
miniapp-again = إعادة المحاولة
miniapp-over = افتح الصفحة من جديد
miniapp-over-how = حرصًا على الأمان تبقى هذه الصفحة مفتوحة ساعة على الأكثر. أغلقها ثم افتحها من جديد من المحادثة مع البوت.
miniapp-signed-out = تم تسجيل الخروج
miniapp-signed-out-how = لم تعد هذه الجلسة تفتح شيئًا. للعودة افتح الصفحة من جديد من المحادثة مع البوت.
miniapp-outside = افتح هذه الصفحة من تيليجرام
miniapp-outside-how = تُظهر الصفحة عملاءك بعد أن يخبرها تيليجرام من أنت: في المحادثة مع البوت اضغط «فتح التطبيق المصغّر» تحت ‎/inbox أو خلف «المزيد» في بطاقة عميل.
miniapp-unreachable = لا يوجد اتصال
miniapp-unreachable-how = تعذّر الوصول إلى Parley. تحقّق من اتصالك بالإنترنت ثم حاول من جديد.
miniapp-no-lead = لا يوجد عميل كهذا
miniapp-no-lead-how = إما أنه غير موجود، أو أن دورك لا يُظهره لك.
miniapp-failed = لم ينجح ذلك

miniapp-leads = العملاء
miniapp-search = ابحث عن اسم أو رقم أو كلمة
miniapp-clear = مسح البحث
miniapp-which = أي عملاء
miniapp-whose = عملاء مَن
miniapp-inbox = الوارد
miniapp-all = الكل
miniapp-status-new = جدد
miniapp-status-contacted = تم التواصل
miniapp-status-follow-up = للمتابعة
miniapp-status-converted = تم التحويل
miniapp-status-lost = خسرناهم
miniapp-everybody = عملاء الجميع
miniapp-mine = عملائي
miniapp-unclaimed = بلا مسؤول
miniapp-count = { $count ->
    [zero] لا عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
}
miniapp-none = لا شيء هنا
miniapp-none-how = لا يوجد عميل يطابق هذا الاختيار. عندما يكتب أحد يظهر هنا تلقائيًا.
miniapp-none-found = لا نتائج
miniapp-none-found-how = جرّب كلمات أقل أو غيرها، أو جزءًا من رقم، أو ‎#vip لوسم.
miniapp-more = عرض المزيد
miniapp-ours = أنتم:
miniapp-no-words = لم يُقل شيء بعد
miniapp-waits = ينتظر ردًّا
miniapp-mine-one = لك
miniapp-nobody = بلا مسؤول
miniapp-snoozed = مؤجَّل
miniapp-sign-out = تسجيل الخروج

miniapp-back = رجوع
miniapp-which-part = أجزاء الملف
miniapp-talk = المحادثة
miniapp-details = التفاصيل
miniapp-talk-none = لم يُقل شيء بعد
miniapp-earlier = عرض ما قبلها
miniapp-business = النشاط
miniapp-note = ملاحظة
miniapp-edited = معدَّلة
miniapp-queued = بانتظار الإرسال
miniapp-sent = أُرسلت
miniapp-delivered = وصلت
miniapp-read = قُرئت
miniapp-undelivered = لم تصل
miniapp-unconfirmed = لم تؤكّد الشبكة أنها أُرسلت

miniapp-file = ملف
miniapp-picture = صورة
miniapp-picture-open = عرض الصورة كاملة
miniapp-close = إغلاق
miniapp-file-waiting = ما زال الملف قيد الجلب.
miniapp-file-lost = لم تسلّم الشبكة هذا الملف.
miniapp-file-erased = مُحي الملف.
miniapp-file-gone = تعذّر تحميل الملف. افتح الصفحة من جديد.

miniapp-owner = المسؤول
miniapp-status = الحالة
miniapp-handled = تمت معالجته، حتى يكتب العميل من جديد
miniapp-window = نافذة الرد
miniapp-window-open = مفتوحة حتى { $time }
miniapp-window-closed = مغلقة حتى يكتب العميل من جديد
miniapp-until = حتى { $time }
miniapp-phone = الهاتف
miniapp-email = البريد الإلكتروني
miniapp-username = اسم المستخدم
miniapp-channel = القناة
miniapp-source = جاء عبر
miniapp-tags = الوسوم
miniapp-since = عميل منذ
miniapp-closed = أُغلق
miniapp-reminders = التذكيرات
miniapp-others = سجلات أخرى لهذا الشخص
miniapp-erased = مُحي هذا الشخص: لم يُحتفظ بشيء عنه.
miniapp-blocked = محظور: تُحفظ الرسائل ولا تظهر في المحادثات، ولا يُرسل شيء.
miniapp-stopped = هذه القناة متوقفة: تنتظر الردود حتى تُصلَح.

error-launch-refused = توقيع تيليجرام غير صحيح أو قديم. أغلق هذه الصفحة ثم افتحها من جديد من المحادثة مع البوت.
error-session-over = انتهت هذه الجلسة. أغلق هذه الصفحة ثم افتحها من جديد من المحادثة مع البوت.
error-sessions-many = فُتحت هذه الصفحة مرات كثيرة في وقت قصير. انتظر دقيقة ثم افتحها من جديد.
error-requests-many = طلبات كثيرة في وقت قصير. انتظر { $seconds } ث ثم حاول من جديد.
error-not-json = لم يُفهم هذا الطلب، فلم يُنفَّذ شيء. أغلق هذه الصفحة ثم افتحها من جديد.
error-body-too-large = هذا الطلب أطول مما يُقبل، فلم يُنفَّذ شيء. أغلق هذه الصفحة ثم افتحها من جديد.
error-page-not-found = لا شيء في هذا العنوان. أغلق هذه الصفحة ثم افتحها من جديد.
