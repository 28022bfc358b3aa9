button-more = المزيد ▸
button-tags = 🏷 الوسوم
button-tag-new = ➕ وسم آخر…
button-snooze = 😴 تأجيل
button-wake = إعادة الآن
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
value-no-currency = بأي عملة؟ أجب بها بعد المبلغ، مثل: 1200 EUR. ويمكن للمالك تحديد العملة المعتادة عبر ‎/settings.

tags-ask = المس وسمًا لإضافته أو إزالته.
tags-ask-new = أي وسوم لـ { $number }؟ أجب بوسم أو أكثر تفصل بينها فواصل. وعلامة الناقص قبل الوسم تزيله.
tags-placeholder = مهم، تجربة

snooze-ask = حتى متى؟ يعود من تلقاء نفسه، وفورًا إذا كتب العميل.
snooze-ask-words = حتى متى؟ أجب بكلماتك، مثل: غدا 10، بعد 3 أيام، الاثنين
snooze-ask-again = لم أجد وقتًا في ذلك. أجب مرة أخرى، مثل: غدا 10، بعد ساعتين، الجمعة 15:30
snooze-placeholder = غدا 10
snooze-done = خارج الوارد حتى { $when }.
snooze-over = عاد إلى الوارد.

block-ask = أتريد حظر هذا الشخص؟ يُحفظ ما يكتبه ولا يُعرض، ولا يُنبَّه أحد إليه، ولا يخرج إليه أي ردّ. ويمكن التراجع في أي وقت.
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
