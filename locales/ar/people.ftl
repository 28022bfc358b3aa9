new-lead-ask = من هو؟ اردد بالاسم ورقم الهاتف أو البريد الإلكتروني وملاحظة، كلٌّ في سطره. مثلًا:
    <code>Rosa Alvarez
    +33 6 39 98 00 01
    تريد رؤية النادي يوم الاثنين</code>
new-lead-placeholder = الاسم، الهاتف، ملاحظة
new-lead-known = هذا الشخص معروف: ذهب ما كتبته إلى { $number }.
new-lead-line = السطر { $number } («{ $text }») غير صالح. أجب عن السؤال مرة أخرى.
new-lead-phone-twice = يوجد رقم هاتف من قبل؛ يُضاف العميل برقم واحد.
new-lead-email-twice = يوجد بريد إلكتروني من قبل؛ يُضاف العميل ببريد واحد.
new-lead-name-too-long = الاسم 200 حرف على الأكثر. أما الملاحظة ففي سطر لها.
cancelled = تُرك جانبًا. لم يتغير شيء.

notice-blocked = حظرك <b>{ $name }</b> ({ $number }) على { $network }: لا يصل شيء مما تكتبه هناك. تواصل بطريقة أخرى.
notice-reachable = يمكن الوصول إلى <b>{ $name }</b> ({ $number }) على { $network } من جديد.
notice-wants = يريد <b>{ $name }</b> ({ $number }) منك { $what } من جديد.
notice-refuses = لم يعد <b>{ $name }</b> ({ $number }) يريد منك { $what }. أما الردود فمرحب بها.
notice-merged = دمج <b>{ $by }</b> شخصين: صار { $number } يجمعهما.

merge-ask = هل هذا هو الشخص نفسه؟
merge-explain = بعد الدمج يصير لهما سجل واحد وعميل واحد؛ ومن عميلين مفتوحين يبقى الأقدم. ويمكن التراجع في أي وقت.
merge-same-phone = رقم الهاتف نفسه
merge-same-email = البريد الإلكتروني نفسه
merge-same-network-id = الحساب نفسه لدى الشبكة
merge-changed-into = تقول الشبكة إن أحدهما صار الآخر
merge-same-username = الاسم نفسه، واسم المستخدم نفسه على شبكتين
merge-done = تم الدمج: صار كل شيء لدى <b>{ $name }</b>.
merge-dismissed = حسنًا: يبقيان شخصين.
merge-undone = أُلغي الدمج: عاد لكلٍّ ما يخصه.
button-merge = نعم، ادمج
button-merge-not = ليس الشخص نفسه
button-merge-undo = التراجع عن الدمج
button-person = الشخص

person-known-by = يُعرف بـ
person-since = منذ { $from }
person-span = { $from } – { $until }
person-claimed = غير مثبت
person-first-touch = جاء أولًا عبر
person-last-touch = جاء أخيرًا عبر
person-consents = الموافقات
person-leads = السجلات
person-merges = دُمج معه
person-merged = { $name } ({ $by }، { $day })
person-merge-undone = { $name } ({ $by }، { $day })، أُلغي
identity-phone = الهاتف
identity-email = البريد الإلكتروني
identity-whatsapp-username = واتساب
identity-instagram-username = إنستغرام
identity-telegram-username = تيليجرام
consent-marketing = إعلانات
consent-wants = يريد { $what } ({ $where }، { $day })
consent-refuses = لا يريد { $what } ({ $where }، { $day })
consent-blocked = حظرك ({ $where }، { $day })
