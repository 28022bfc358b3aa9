error-lead-with-colleague = لم يُضَف شيء: أحد زملائك على تواصل مع هذا الشخص بالفعل. اطلب من مسؤول الفريق أن يسند إليك هذا العميل.
error-last-owner = لم يتغير شيء: هذا هو المالك الوحيد، ولا بد من مالك واحد على الأقل. عيّن مالكًا آخر أولًا.
error-name-length = لم يُحفظ شيء: طول الاسم من حرف واحد إلى { $limit } حرفًا. اكتب اسمًا أقصر.
error-role-exists = لم يُحفظ شيء: يوجد دور باسم «{ $name }» بالفعل. اختر اسمًا آخر.
error-role-in-use = لم يُحذف: { $count ->
    [zero] ما زال هذا الدور مستخدمًا. أعطِ أصحابه دورًا آخر في ‎/team أولًا.
    [one] شخص واحد له هذا الدور. أعطه دورًا آخر في ‎/team أولًا.
    [two] شخصان لهما هذا الدور. أعطهما دورًا آخر في ‎/team أولًا.
    [few] { $count } أشخاص لهم هذا الدور. أعطهم دورًا آخر في ‎/team أولًا.
    [many] { $count } شخصًا لهم هذا الدور. أعطهم دورًا آخر في ‎/team أولًا.
   *[other] { $count } شخص لهم هذا الدور. أعطهم دورًا آخر في ‎/team أولًا.
  }
error-role-many = لم يُحفظ شيء: أقصى عدد للأدوار { $limit }. احذف أولًا دورًا لا يستخدمه أحد.
error-role-needs-all = لم يُحفظ شيء: من يدير الفريق يرى كل العملاء. أزل «إدارة الفريق» أولًا، أو اسمح للدور برؤية كل العملاء.
error-role-not-found = لم يعد هذا الدور موجودًا هنا، فلم يُنفَّذ شيء. افتح ‎/team من جديد.
error-role-of-oneself = لم يتغير شيء: لا أحد يغيّر صلاحياته بنفسه. اطلب ذلك من مالك أو مدير آخر.
error-team-many = لم يُحفظ شيء: أقصى عدد للفرق { $limit }. استخدم أحد الفرق الموجودة.
error-team-not-found = لم يعد هذا الفريق موجودًا هنا، فلم يُنفَّذ شيء. افتح ‎/team من جديد.
lead-out-of-sight = لم يعد العميل { $number } معروضًا لك.
button-keep-quick-replies = الاحتفاظ بردوده السريعة
button-new-role = ➕ دور جديد
button-new-team = ➕ فريق جديد
button-no-team = بلا فريق
button-remove-to-all = تركهم بلا مسؤول
button-role = الدور
button-role-delete = حذف
button-role-leads-stay = إبقاؤهم حيث هم
button-role-rename = تغيير الاسم
button-roles = الأدوار
button-team = الفريق
demote-ask = سيصبح دور <b>{ $name }</b>: { $role }، ولن يعمل مع أي عميل بعد ذلك.
demote-whom = من يتسلّم العملاء مع التذكيرات؟ ضغطتك تغيّر الدور.
member-choose-role = ما دور <b>{ $name }</b>؟
member-choose-team = في أي فريق <b>{ $name }</b>؟
member-no-team = ليس في أي فريق
member-role = الدور: { $role }
member-team = الفريق: { $team }
notice-freed = أصبح متاحًا من عملاء أحد الزملاء: { $count ->
    [zero] لا عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
  }. كل عميل لمن يأخذه أولًا.
notice-role-changed = أعطاك { $by } دورًا آخر: <b>{ $role }</b>. يسري من الآن.
notice-taken-over = سلّمك { $by } { $count ->
    [zero] عملاء
    [one] عميلًا واحدًا
    [two] عميلين
    [few] { $count } عملاء
    [many] { $count } عميلًا
   *[other] { $count } عميل
  } كانوا لدى زميل. تجدهم في ‎/inbox.
permission-channels-manage = إدارة القنوات
permission-contacts-erase = محو أشخاص نهائيًا
permission-contacts-merge = دمج جهات الاتصال
permission-jobs-view = رؤية المهام المجدولة
permission-leads-assign = إسناد العملاء إلى الزملاء
permission-leads-import = استيراد القوائم
permission-leads-read = رؤية العملاء
permission-leads-release-others = استرجاع عملاء الزملاء
permission-leads-work = العمل مع العملاء
permission-phones-see = رؤية الهواتف والبريد الإلكتروني
permission-quick-replies-share = كتابة ردود سريعة مشتركة
permission-reminders-others = تغيير تذكيرات الآخرين
permission-reports-see = رؤية التقارير
permission-team-manage = إدارة الفريق
remove-leads = { $count ->
    [zero] لا عملاء مفتوحين
    [one] عميل مفتوح واحد
    [two] عميلان مفتوحان
    [few] { $count } عملاء مفتوحين
    [many] { $count } عميلًا مفتوحًا
   *[other] { $count } عميل مفتوح
  }
remove-quick-replies = { $count ->
    [zero] لا ردود سريعة خاصة
    [one] رد سريع خاص واحد
    [two] ردان سريعان خاصان
    [few] { $count } ردود سريعة خاصة
    [many] { $count } ردًا سريعًا خاصًا
   *[other] { $count } رد سريع خاص
  }
remove-reminders = { $count ->
    [zero] لا تذكيرات
    [one] تذكير واحد
    [two] تذكيران
    [few] { $count } تذكيرات
    [many] { $count } تذكيرًا
   *[other] { $count } تذكير
  }
remove-whom = من يتسلّم العملاء مع التذكيرات؟ ضغطتك تزيل الشخص.
role-ask-name = ما اسم الدور؟ أجب عن هذه الرسالة.
role-hint = اضغط للتغيير. يسري فورًا على كل من له هذا الدور.
role-narrow-ask = من دون هذه الصلاحية لن يعمل أصحاب هذا الدور مع العملاء بعد الآن. لديهم حاليًا:
role-members = { $count ->
    [zero] لا أحد له هذا الدور
    [one] شخص واحد له هذا الدور
    [two] شخصان لهما هذا الدور
    [few] { $count } أشخاص لهم هذا الدور
    [many] { $count } شخصًا لهم هذا الدور
   *[other] { $count } شخص لهم هذا الدور
  }
role-name-placeholder = اسم الدور
roles-about = إلى جانب المالك والمدير والموظف والمشاهد يمكنك إنشاء أدوارك: ما المسموح به، وأي العملاء تُعرض. أعطها للأشخاص في ‎/team أو ادعُ إليها عبر ‎/invite.
roles-title = أدوارك الخاصة
scope-all = كل العملاء
scope-own = عملاؤه فقط
scope-team = عملاء الفريق
scope-unclaimed = والعملاء الذين ليسوا لأحد
team-ask-name = ما اسم فريق <b>{ $name }</b>؟ أجب عن هذه الرسالة.
team-name-placeholder = اسم الفريق
toast-role-changed = تغيّر الدور.
toast-role-deleted = حُذف الدور.
