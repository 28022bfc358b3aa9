button-list-back = رجوع ›
button-list-begin = استيراد الأشخاص من هذا الملف
button-list-change = تغيير الأعمدة
button-list-check = فحص (دون كتابة أي شيء)
button-list-country = أرقام بلا +: { $country }
button-list-dmy = التواريخ: اليوم أولًا
button-list-encoding = النص بترميز { $name }
button-list-halt = التوقف هنا
button-list-header-no = السطر الأول: شخص
button-list-header-yes = السطر الأول: عناوين
button-list-mdy = التواريخ: الشهر أولًا
button-list-start = { $count ->
    [zero] لا شيء للاستيراد
    [one] استيراد سطر واحد
    [two] استيراد سطرين
    [few] استيراد { $count } أسطر
    [many] استيراد { $count } سطرًا
   *[other] استيراد { $count } سطر
}
button-list-stop = إلغاء
button-list-undo = التراجع عن هذا الاستيراد
button-list-undo-yes = نعم، احذف هؤلاء العملاء
card-imported = 💬 لا محادثة بعد: هذا العميل من قائمة مستوردة ({ $name })
command-import = استيراد أشخاص من ملف CSV
error-country-unknown = هذا البلد غير معروف هنا، فلم يتغيّر شيء. اكتبه هكذا: المغرب أو MA أو +212
error-import-nobody = لا يوجد بعد عمود لرقم الهاتف أو البريد الإلكتروني أو اسم المستخدم، فلن يُعرف أحد. اختر واحدًا على الأقل.
error-import-not-checked = يجب فحص هذه القائمة قبل استيرادها، فلم يحدث شيء. اضغط «فحص» أولًا.
error-import-not-found = لا يوجد هذا الاستيراد هنا، فلم يحدث شيء. أرسل الملف من جديد.
error-import-too-large = هذا الملف أكبر من { $limit } ميغابايت، وتيليغرام لا يسلّم مثله للبوتات، فلم يُستورد شيء. قسّمه إلى أجزاء.
error-import-under-way = يعمل المكتب على هذه القائمة الآن أو انتهى منها، فلم يتغيّر شيء. أرسل الملف من جديد لتبدأ مرة أخرى.
error-import-undo-late = يمكن التراجع عن الاستيراد خلال { $hours } ساعة من نهايته ومرة واحدة فقط، فلم يحدث شيء.
history-imported = أضاف { $by } ما ورد في قائمة مستوردة
import-ask = أرسل قائمة الأشخاص كملف CSV. يحفظه Excel وGoogle Sheets وغيرهما عبر «حفظ باسم» أو «تنزيل». سترى ما تم التعرّف عليه قبل استيراد أي شيء.
import-cancelled = أُلغي.
import-checked = تم الفحص. لم يُستورد شيء بعد.
import-checking = جارٍ الفحص، ولا يُكتب شيء بعد…
import-columns = { $count ->
    [zero] لم أجد أي عمود.
    [one] وجدت عمودًا واحدًا. اضغط عليه إن كان شيئًا آخر.
    [two] وجدت عمودين. اضغط على ما هو شيء آخر.
    [few] وجدت { $count } أعمدة. اضغط على ما هو شيء آخر.
    [many] وجدت { $count } عمودًا. اضغط على ما هو شيء آخر.
   *[other] وجدت { $count } عمود. اضغط على ما هو شيء آخر.
}
import-count-created = { $count ->
    [zero] لا أشخاص جدد
    [one] شخص جديد واحد
    [two] شخصان جديدان
    [few] { $count } أشخاص جدد
    [many] { $count } شخصًا جديدًا
   *[other] { $count } شخص جديد
}
import-count-duplicates = { $count ->
    [zero] لا أسطر مكررة
    [one] سطر واحد يكرر شخصًا في الملف ويُترك
    [two] سطران يكرران أشخاصًا في الملف ويُتركان
    [few] { $count } أسطر تكرر أشخاصًا في الملف وتُترك
    [many] { $count } سطرًا يكرر أشخاصًا في الملف ويُترك
   *[other] { $count } سطر يكرر أشخاصًا في الملف ويُترك
}
import-count-faulty = { $count ->
    [zero] لا أسطر فيها أخطاء
    [one] سطر واحد فيه خطأ ويُترك
    [two] سطران فيهما أخطاء ويُتركان
    [few] { $count } أسطر فيها أخطاء وتُترك
    [many] { $count } سطرًا فيه أخطاء ويُترك
   *[other] { $count } سطر فيه أخطاء ويُترك
}
import-count-matched = { $count ->
    [zero] لا أحد ممن لديك
    [one] شخص واحد لديك من قبل وتُضاف إليه ملاحظة
    [two] شخصان لديك من قبل وتُضاف إليهما ملاحظة
    [few] { $count } أشخاص لديك من قبل وتُضاف إليهم ملاحظة
    [many] { $count } شخصًا لديك من قبل وتُضاف إليهم ملاحظة
   *[other] { $count } شخص لديك من قبل وتُضاف إليهم ملاحظة
}
import-count-rows = { $count ->
    [zero] لا أسطر:
    [one] سطر واحد:
    [two] سطران:
    [few] { $count } أسطر:
    [many] { $count } سطرًا:
   *[other] { $count } سطر:
}
import-country-ask = في أي بلد أرقام الهواتف التي لا تبدأ بـ +؟ اكتب اسمه أو حرفيه أو رمز الاتصال، مثل: المغرب أو MA أو +212
import-done-all = تم الاستيراد.
import-fault-cells = الخانات أكثر من الأعمدة («{ $value }»): ضع الخانات التي تحوي الفاصل بين علامتي اقتباس.
import-fault-date = «{ $column }» ليس تاريخًا ماضيًا («{ $value }»): اكتبه هكذا 2026-11-26.
import-fault-duplicate = الشخص نفسه في السطر { $value }: اجمع السطرين أو اترك هذا.
import-fault-email = «{ $column }» ليس بريدًا إلكترونيًا («{ $value }»): اكتبه هكذا name@example.com أو أفرغ الخانة.
import-fault-language = «{ $column }» ليست لغة معروفة هنا («{ $value }»): اكتبها هكذا ar أو العربية.
import-fault-line = السطر { $line }:
import-fault-long = «{ $column }» أطول من اللازم («{ $value }»): اختصره.
import-fault-nobody = لا رقم هاتف ولا بريد إلكتروني ولا اسم مستخدم: أضف واحدًا.
import-fault-owner = «{ $column }» لا يدل على عضو واحد بعينه في الفريق يمكنه تولّي العملاء («{ $value }»): اكتب الاسم كما في ‎/team أو أفرغ الخانة.
import-fault-phone = «{ $column }» ليس رقم هاتف («{ $value }»): اكتبه مع + ورمز البلد أو أفرغ الخانة.
import-fault-refused = تعذّر حفظ هذا السطر. أضف هذا الشخص يدويًا بالأمر ‎/new.
import-fault-status = «{ $column }» ليست حالة معروفة («{ $value }»): اكتب جديد أو تم التواصل أو للمتابعة أو تم التحويل أو خسرناه.
import-fault-username = «{ $column }» ليس اسم مستخدم («{ $value }»): اكتبه هكذا ‎@name أو أفرغ الخانة.
import-fault-username-taken = هناك شخص معروف هنا باسم { $value }، واسم المستخدم وحده لا يثبت أنه الشخص نفسه: أضف رقم هاتف أو بريدًا إلكترونيًا.
import-no-country = ؟
import-no-person = لا يوجد بعد عمود لرقم الهاتف أو البريد الإلكتروني أو اسم المستخدم. اختر واحدًا على الأقل: به يُعرف الأشخاص.
import-offer = يبدو { $name } قائمة. لإرساله إلى عميل بدلًا من ذلك، أرفقه ردًا على بطاقته.
import-page = الصفحة { $page } من { $pages }
import-reading = جارٍ قراءة الملف…
import-refused-columns = في السطر { $line } أكثر من { $limit } عمود، فلم يُستورد شيء. احذف الأعمدة التي لا تحتاجها وأرسل الملف من جديد.
import-refused-empty = لا شيء في هذا الملف. تأكد من حفظ الورقة الصحيحة وأرسله من جديد.
import-refused-interrupted = انقطع العمل على هذا الملف عدة مرات. لم يضع شيء: ما استُورد حتى ذلك الحين باقٍ. أرسل الملف من جديد، وأخبر من يعتني بالمكتب إن تكرر ذلك.
import-refused-not-text = هذا ليس ملفًا نصيًا، فلم يُستورد شيء. احفظ القائمة بصيغة CSV وأرسلها من جديد.
import-refused-quote-open = علامة اقتباس تُفتح في السطر { $line } ولا تُغلق، فلم يُستورد شيء. أغلقها أو احذفها وأرسل الملف من جديد.
import-refused-record-too-long = السطر { $line } أطول من { $limit } حرف، فلم يُستورد شيء. غالبًا ما تكون علامة اقتباس قبله غير مغلقة. أصلحه وأرسل الملف من جديد.
import-refused-rows = هناك أكثر من { $limit } سطر، فلم يُستورد شيء. قسّم الملف وأرسل الأجزاء واحدًا بعد الآخر.
import-refused-spreadsheet = هذا جدول بيانات أو ملف مضغوط. في Excel أو Google Sheets احفظ الورقة بصيغة CSV («CSV UTF-8») وأرسلها.
import-refused-too-large = هذا الملف كبير جدًا، فلم يُستورد شيء. قسّمه وأرسل الأجزاء واحدًا بعد الآخر.
import-refused-unreachable = لم يعد هذا الملف لدى تيليغرام، فلم يُستورد شيء. أرسله من جديد.
import-report-fault = ما الخطأ وما العمل
import-report-hint = كل الأسطر المتروكة في الملف أدناه، ومع كل منها خطؤه. أصلحها هناك وأعده إليّ.
import-report-line = السطر في الملف
import-report-name = متروكة
import-running = { $done } من { $all } سطر
import-target-ask = ما هو «{ $column }»؟
import-target-created = منذ متى
import-target-email = البريد الإلكتروني
import-target-first-name = الاسم الأول
import-target-instagram = اسم إنستغرام
import-target-keep = حفظ في ملاحظة
import-target-language = اللغة
import-target-last-name = اسم العائلة
import-target-name = الاسم
import-target-note = ملاحظة
import-target-owner = عضو الفريق
import-target-phone = الهاتف
import-target-skip = تجاهل
import-target-source = المصدر
import-target-status = الحالة
import-target-tags = الوسوم
import-target-telegram = اسم تيليغرام
import-undo-ask = هل تتراجع عن هذا الاستيراد؟ يُحذف العملاء الذين أنشأهم إلا من تعامل معه أحد منذ ذلك الحين. وتبقى الملاحظات والوسوم التي أُضيفت إلى من كانوا لديك.
import-undo-hint = يمكنك التراجع خلال يوم. ويبقى العملاء الذين تعامل معهم أحد.
import-undoing = { $count ->
    [zero] جارٍ التراجع: لم يُحذف أحد بعد…
    [one] جارٍ التراجع: حُذف عميل واحد…
    [two] جارٍ التراجع: حُذف عميلان…
    [few] جارٍ التراجع: حُذف { $count } عملاء…
    [many] جارٍ التراجع: حُذف { $count } عميلًا…
   *[other] جارٍ التراجع: حُذف { $count } عميل…
}
import-undone = { $count ->
    [zero] تم التراجع: لم يُحذف أي عميل.
    [one] تم التراجع: حُذف عميل واحد.
    [two] تم التراجع: حُذف عميلان.
    [few] تم التراجع: حُذف { $count } عملاء.
    [many] تم التراجع: حُذف { $count } عميلًا.
   *[other] تم التراجع: حُذف { $count } عميل.
}
import-undone-kept = { $count ->
    [zero] لم يبقَ أي عميل.
    [one] بقي عميل واحد لأن أحدًا تعامل معه.
    [two] بقي عميلان لأن أحدًا تعامل معهما.
    [few] بقي { $count } عملاء لأن أحدًا تعامل معهم.
    [many] بقي { $count } عميلًا لأن أحدًا تعامل معهم.
   *[other] بقي { $count } عميل لأن أحدًا تعامل معهم.
}
network-import = قائمة مستوردة
wizard-import = استيراد قائمة
