command-draft = تحضير رد ليُرسل لاحقًا
card-draft = ✍️ مسودة من { $name } في الانتظار
button-draft = ✍️ مسودة
button-draft-send-anyway = إرسال رغم ذلك
button-draft-edit = تعديل
button-draft-drop = حذفها
draft-title = مسودة رد إلى { $name } ({ $number })
draft-by = من { $author }، { $when } (قبل { $age })
draft-by-edited = من { $author }، عدّلها { $editor }، { $when } (قبل { $age })
draft-since = { $count ->
    [zero] لم تُكتب رسائل منذ ذلك الحين.
    [one] كُتبت رسالة واحدة منذ ذلك الحين:
    [two] كُتبت رسالتان منذ ذلك الحين:
    [few] كُتبت { $count } رسائل منذ ذلك الحين، وآخرها:
    [many] كُتبت { $count } رسالة منذ ذلك الحين، وآخرها:
   *[other] كُتبت { $count } رسالة منذ ذلك الحين، وآخرها:
}
draft-look = هل ما زالت المسودة مناسبة؟ أرسلها رغم ذلك أو عدّلها.
draft-changed = تغيّرت المحادثة منذ كتابة هذه المسودة. اقرأها من جديد قبل الإرسال.
draft-sent = أرسلها { $name }.
draft-thrown = حذفها { $name }. لم ير العميل شيئًا منها.
draft-replaced = حلّت مسودة أخرى محلها.
draft-kept = حُفظت. لا يرى العميل شيئًا حتى يضغط أحد «إرسال».
draft-kept-instead = حُفظت بدلًا من مسودة { $name }. لا يرى العميل شيئًا حتى يضغط أحد «إرسال».
draft-none = لا توجد مسودة بعد. لكتابة واحدة، رُد على البطاقة بالأمر ‎/draft ثم النص، ويرسلها أحد لاحقًا.
draft-none-yet = لا توجد مسودة لهذا العميل بعد.
draft-ask = اكتب مسودة الرد إلى { $name } ({ $number }) ردًا على هذه الرسالة. لا يرى العميل شيئًا حتى يرسلها أحد.
draft-edit-ask = اضغط النص لتنسخه، ثم عدّله وأرسله ردًا على هذه الرسالة. لا يرى العميل شيئًا حتى يضغط أحد «إرسال».
draft-placeholder = المسودة
draft-usage = اكتبها ردًا تحت عميل، أو ابدأ برقمه: ‎/draft #12 نفتح من السابعة
draft-toast-sent = في الطريق.
draft-toast-thrown = حُذفت.
history-draft-written = حضّر { $by } ردًا
history-draft-edited = عدّل { $by } الرد المحضّر
history-draft-sent = أرسل { $by } الرد المحضّر
history-draft-discarded = حذف { $by } الرد المحضّر
permission-leads-draft = تحضير الردود (مسودات)
error-draft-not-found = لم تعد هذه المسودة هنا، فلم يحدث شيء. زر «مسودة» على بطاقة العميل يعرض المسودة التي تنتظر.
error-draft-sent = لم يحدث شيء: أرسل { $name } هذه المسودة من قبل، وذهبت مرة واحدة.
error-draft-discarded = لم يحدث شيء: حذف { $name } هذه المسودة.
error-draft-replaced = لم يحدث شيء: حلّت مسودة أخرى محل هذه. زر «مسودة» على بطاقة العميل يعرضها.
error-draft-changed = لم يحدث شيء: عدّل { $name } هذه المسودة في هذه الأثناء. اقرأ نصها الجديد أولًا.
error-draft-conversation-changed = لم تُرسل: استمرت المحادثة منذ كتابتها. اقرأ المسودة من جديد، ثم أرسلها رغم ذلك أو عدّلها.
error-draft-of-other = حضّر { $name } ردًا من قبل، فلم تُحفظ مسودتك. من يجيب العملاء يستطيع تعديل تلك أو إرسالها.
error-draft-for-erased = لم تُحفظ: مُحي هذا الشخص، فلا أحد لتجيبه.
error-draft-too-long = في المسودة { $length } حرفًا والحد { $limit }، فلم تُحفظ. اختصرها.
