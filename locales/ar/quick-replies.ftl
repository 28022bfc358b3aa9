command-quick = ردود سريعة: تُكتب مرة وتُرسل كثيرًا
quick-title = { $count ->
    [zero] الردود السريعة
    [one] رد سريع واحد
    [two] ردان سريعان
    [few] { $count } ردود سريعة
    [many] { $count } ردًا سريعًا
   *[other] { $count } رد سريع
}
quick-none = لا توجد ردود سريعة بعد. الرد السريع تكتبه مرة واحدة وترسله بلمستين من بطاقة العميل.
quick-none-with = لا رد سريع يحوي هذه الكلمات.
quick-no-category = بلا تصنيف
quick-choose = الرد على { $number } { $name } بـ:
quick-shared = للجميع
quick-own = لك وحدك
quick-uses = { $count ->
    [zero] لم يُرسل قط
    [one] أُرسل مرة واحدة
    [two] أُرسل مرتين
    [few] أُرسل { $count } مرات
    [many] أُرسل { $count } مرة
   *[other] أُرسل { $count } مرة
}
quick-unknown = لا يوجد متغير { $names }، فسيبقى كما هو. الموجود: { $known }
quick-missing = لا أحد يعرف { $names } لهذا العميل، فلا يمكن إرسال النص كما هو. عدّله أولًا.
quick-sent = أُرسل
quick-cancelled = أُلغي؛ ولم يُرسل شيء.
quick-editing = عدّله في الأسفل؛ لم يُرسل شيء بعد.
quick-edit-ask = اضغط النص لتنسخه، ثم عدّله وأرسله ردًا على هذه الرسالة. ردّك يذهب إلى العميل.
quick-edit-placeholder = ردّك على العميل
quick-ask-shortcut = ماذا نسميه؟ كلمة أو كلمتان، مثل: مواعيد-العمل
quick-ask-body = ماذا يقول؟ يمكن أن يحوي هذه، وتُملأ لكل عميل: { $known }
quick-ask-category = في أي تصنيف يوضع؟ كلمة مثل: الأسعار. اكتب - لبلا تصنيف.
quick-now = هو الآن:
quick-placeholder = جوابك
quick-saved = حُفظ.
quick-saved-new = حُفظ <b>{ $name }</b>: تجده خلف «⚡️ رد سريع» على بطاقة كل عميل. و‎/quick يعرضه ويغيّره.
quick-remove-ask = هل تحذف «{ $shortcut }» حقًا؟ ما أُرسل به يبقى.
quick-removed = حُذف.
button-quick = ⚡️ رد سريع
button-quick-new = ➕ رد سريع جديد
button-quick-edit = التعديل أولًا
button-quick-body = تغيير النص
button-quick-shortcut = تغيير الاسم
button-quick-category = التصنيف
button-quick-remove = حذف
button-quick-share = إتاحته للجميع
button-quick-unshare = جعله لي وحدي
error-quick-reply-shortcut = هذا لا يصلح اسمًا لرد سريع، فلم يُحفظ شيء. اختر كلمة أو كلمتين من حروف وأرقام، في 32 حرفًا على الأكثر.
error-quick-reply-empty = يحتاج الرد السريع إلى نص، فلم يُحفظ شيء. اكتب ما يقوله.
error-quick-reply-exists = يوجد رد سريع باسم «{ $shortcut }»، فلم يُحفظ شيء. اختر اسمًا آخر، أو عدّل ذاك بالأمر ‎/quick.
error-quick-reply-many = توجد { $limit } ردود سريعة، فلم يُحفظ هذا. احذف بعضها بالأمر ‎/quick.
error-quick-reply-not-found = لم يعد هذا الرد السريع هنا، فلم يُفعل شيء. يعرض ‎/quick الموجود.
error-quick-reply-long = في هذا النص { $length } حرفًا والحد { $limit }، فلم يُحفظ شيء. اختصره.
