command-inbox = من ينتظر ردًا
command-lead = فتح عميل محتمل برقمه
command-team = من في الفريق
command-invite = دعوة شخص إلى الفريق
command-language = اختيار لغتك
command-help = كيف يعمل كل شيء
command-start = إلقاء التحية

stranger = مرحبًا! هذا البوت لموظفي شركة. إن كنت تعمل فيها فاطلب رابط دعوة.

greeting = 👋 <b>مرحبًا { $name }!</b> دورك هنا: { $role }.
greeting-joined = 🎉 <b>أهلًا بك في الفريق يا { $name }!</b> دورك: { $role }.
greeting-about = هذا مكتبك: يكتب العملاء إلى شركتك، وكل من يكتب يصبح عميلًا محتملًا، وأنت ترد عليه من هنا.
greeting-answering = <b>كيف ترد:</b> اردد على بطاقة العميل أو على رسالة تحتها (اسحب الرسالة، أو اضغط عليها مطولًا واختر «رد»). ما تكتبه يصل إلى العميل. والباقي في /help.
greeting-viewer = يمكنك رؤية كل العملاء وسجلاتهم. أما الرد فلبقية الفريق. والباقي في /help.
greeting-counts = العملاء المفتوحون: <b>{ $all }</b>. بانتظار من يتولاهم: <b>{ $unclaimed }</b>. عملاؤك: <b>{ $mine }</b>.

help-title = <b>كيف يعمل المكتب</b>
help-leads = 1️⃣ <b>العملاء.</b> عندما يكتب شخص لأول مرة، تصل إلى الجميع بطاقة فيها اسمه وأول كلماته. اضغط <b>تولَّ</b> لتتولاه: ومن حينها تصل رسائله إليك وحدك. و<b>أعِد</b> تتركه للآخرين.
help-answering = 2️⃣ <b>الرد.</b> اردد على البطاقة أو على أي رسالة تحتها، فيصل نصك إلى العميل. والرد على رسالة عميل يقتبسها. أما النص الذي لا يرد على شيء فلا يُرسل إلى أحد. ولا يمكن الآن إرسال غير النص.
help-signs = 3️⃣ <b>العلامات على رسالتك.</b> 👌 استلمتها الشبكة. 👀 وصلت أو قُرئت. وإن حدث خطأ نخبرك تحت رسالتك بالسبب وبما عليك فعله. والتعديل بعد الإرسال لا يصل إلى العميل.
help-window = 4️⃣ <b>نافذة الرد.</b> لا يسمح واتساب بالنص الحر إلا خلال 24 ساعة من آخر رسالة للعميل. وتعرض البطاقة الوقت المتبقي.
help-commands = 5️⃣ <b>وأيضًا.</b> <b>الحالة</b> تنقل العميل من مرحلة إلى أخرى. و<b>ملاحظة</b> للفريق؛ لا يراها العملاء أبدًا. و<b>السجل</b> يعرض كل ما حدث.
    /inbox – من ينتظر، الأطول انتظارًا أولًا
    /lead 12 – بطاقة العميل #12
    /team – من في الفريق
    /language – لغة أخرى
help-leading = 6️⃣ <b>للمالكين والمديرين.</b> ‎/invite ينشئ رابطًا لزميل جديد. و‎/team يتيح إزالة شخص؛ ويعود عملاؤه المفتوحون إلى الجميع.

language-choose = بأي لغة أخاطبك؟
language-chosen = من الآن أخاطبك بالعربية.

lead-usage = أي عميل؟ اكتب رقمه بعد الأمر، مثلًا: ‎/lead 12

hint-answering = لم يُرسل هذا إلى أحد. لترد على عميل اردد على بطاقته أو على رسالة تحتها (اسحب الرسالة، أو اضغط عليها مطولًا واختر «رد»). ويعرض ‎/inbox من ينتظر.
hint-command = لا يوجد أمر كهذا، ولم يُرسل شيء إلى أي عميل. ويعرض ‎/help الأوامر الموجودة.
cannot-send = لم يُرسل شيء. لا يمكن الآن إرسال غير النص إلى العملاء؛ وستأتي الصور والرسائل الصوتية والملفات لاحقًا. اكتب ما تريد بالكلمات من فضلك.
edited-too-late = عدّلت هذه الرسالة بعد إرسالها. يبقى النص الأول لدى العميل؛ فإن كان التعديل مهمًا فأرسل ردًا آخر.

press-elsewhere = لا يعمل هذا الزر إلا في محادثتك الخاصة مع البوت.

inbox-mine = عملائي
inbox-unclaimed = بلا مسؤول
inbox-all = الكل
inbox-total = { $count ->
    [zero] لا عملاء مفتوحين
    [one] عميل مفتوح واحد
    [two] عميلان مفتوحان
    [few] { $count } عملاء مفتوحين
    [many] { $count } عميلًا مفتوحًا
   *[other] { $count } عميل مفتوح
}
inbox-page = الصفحة { $page } من { $pages }
inbox-waiting = ينتظر منذ { $since }
inbox-answered = رددنا قبل { $since }
inbox-empty-mine = ليس لديك عملاء مفتوحون. انظر تحت «بلا مسؤول».
inbox-empty-unclaimed = لا أحد ينتظر من يتولاه. أحسنتم!
inbox-empty-all = لا يوجد عملاء مفتوحون. يظهر الجدد هنا تلقائيًا.

card-ad = 📣 من الإعلان «{ $headline }»
card-no-channel = 💬 لا محادثة: أُضيف هذا العميل يدويًا
card-channel-stopped = ⚠️ هذه القناة متوقفة: تنتظر الردود حتى تُصلَح.
card-status = 🔖 الحالة: { $status }
card-owner = 🙋 المسؤول: { $name }
card-unclaimed = 🙋 لم يتولَّ أحد هذا العميل بعد
card-window-open = ⏳ نافذة الرد: مفتوحة حتى { $until } (بقي { $left })
card-window-closed = ⌛ نافذة الرد: مغلقة. يصبح النص الحر ممكنًا من جديد عندما يكتب العميل.
card-earlier-leads = { $count ->
    [zero] 🗂 لا سجلات سابقة
    [one] 🗂 سجل سابق واحد
    [two] 🗂 سجلان سابقان
    [few] 🗂 { $count } سجلات سابقة
    [many] 🗂 { $count } سجلًا سابقًا
   *[other] 🗂 { $count } سجل سابق
}
card-notes = { $count ->
    [zero] 📝 لا ملاحظات
    [one] 📝 ملاحظة واحدة
    [two] 📝 ملاحظتان
    [few] 📝 { $count } ملاحظات
    [many] 📝 { $count } ملاحظة
   *[other] 📝 { $count } ملاحظة
}

button-claim = تولَّ
button-release = أعِد
button-status = الحالة ◂
button-note = ملاحظة
button-history = السجل
button-back = رجوع ›
button-inbox = فتح الوارد
button-previous = السابق ›
button-next = ‹ التالي
button-remove = إزالة { $name }
button-remove-yes = نعم، أزِله
button-resume = استئناف الإرسال

toast-claimed = صار العميل من نصيبك.
toast-released = صار العميل متاحًا للآخرين.
toast-status = الحالة: { $status }
toast-removed = أُزيل من الفريق.
toast-resumed = عادت القناة إلى الإرسال.

note-ask = اكتب ملاحظة عن { $name } ({ $number }) ردًا على هذه الرسالة. لا يراها العميل.
note-placeholder = ملاحظتك
note-kept = 📝 حُفظت الملاحظة. لا يراها العميل.

history-title = سجل { $number }، { $name }
history-empty = لم يحدث شيء بعد.
history-shortened = <i>حُذفت السطور الأقدم.</i>
history-parley = Parley
history-opened = فُتح السجل
history-claimed = تولى { $by } العميل
history-released = أعاد { $by } العميل
history-status = { $by }: من { $from } إلى { $to }
history-other = { $kind }
history-not-delivered = <i>(لم تُسلَّم)</i>
history-unconfirmed = <i>(غير مؤكدة)</i>

notice-answered = رد <b>{ $name }</b> على { $number }:
notice-released = أعاد <b>{ $by }</b> العميل { $number } ({ $name }). وهو لمن يتولاه أولًا.
notice-note = ملاحظة من <b>{ $name }</b> على { $number }:
notice-joined = انضم <b>{ $name }</b> إلى الفريق. الدور: { $role }.

delivery-failed = لم يُسلَّم ردك إلى { $name } ({ $number }).
delivery-unconfirmed = لا أحد يعرف هل وصل ردك إلى { $name } ({ $number }): لم تخبرنا الشبكة. ولا يُعاد إرساله تلقائيًا كي لا يصل إلى العميل مرتين. إن ظهرت علامة على رسالتك فقد وصل. وإن لم تظهر فاكتبه من جديد إذا لم يضر أن يُقرأ مرتين.

channel-stopped = <b>توقفت القناة { $network } · { $name }.</b> لا يزال بإمكان العملاء الكتابة، لكن الردود تنتظر حتى تُصلَح.
channel-stopped-advice = ما العمل: أصلحها لدى الشبكة. وإن انتهت صلاحية رمز الوصول فضع رمزًا جديدًا في الإعدادات وأعد تشغيل Parley. ثم اضغط الزر أدناه: يُرسل ما ينتظر بالترتيب.
channel-resumed = عادت القناة <b>{ $network } · { $name }</b> إلى الإرسال. يُرسل الآن ما كان ينتظر.

invite-choose = بأي دور تريد أن تدعو شخصًا؟
invite-link = أرسل هذا الرابط إلى شخص واحد ({ $role }). يعمل مرة واحدة، ومدته { $left }. وأول من يفتحه ينضم إلى الفريق.

team-title = { $count ->
    [zero] لا أحد في الفريق
    [one] شخص واحد في الفريق
    [two] شخصان في الفريق
    [few] { $count } أشخاص في الفريق
    [many] { $count } شخصًا في الفريق
   *[other] { $count } شخص في الفريق
}
team-unreachable = حظر البوت
remove-ask = هل تريد إزالة <b>{ $name }</b> من الفريق؟ ينتهي الوصول فورًا، ويعود العملاء المفتوحون إلى الجميع.
