command-assign = إسناد عميل محتمل إلى زميل
button-assign = إسناد
assign-whom = إلى من نُسند { $name } ({ $number })؟
assign-nobody = لا أحد غيره في الفريق يمكنه تولّي { $name } ({ $number }).
assign-signs = 🟢 حاضر · 🟡 في نوبته · ☕ استراحة · 🌙 خارج النوبة · 🚫 حظر البوت. الرقم هو عدد العملاء المفتوحين لدى كل زميل.
assign-usage = اكتب <code>/assign @karim</code> ردًّا أسفل عميل، أو ابدأ برقمه: <code>/assign #12 @karim</code>.
assign-done = <b>{ $owner }</b> يتولّى الآن { $name } ({ $number }).
toast-assigned = تم الإسناد.
history-assigned = أسند { $by } العميل إلى { $owner }
notice-assigned = أسند إليك <b>{ $by }</b> العميل { $number } ({ $name }). ما يكتبه العميل يصلك من الآن.
notice-assigned-by-rule = العميل { $number } ({ $name }) لك: أُسند إليك تلقائيًا. ما يكتبه العميل يصلك من الآن.
notice-assigned-away = <b>{ $owner }</b> يتولّى الآن { $number } ({ $name }).
notice-absence-away = انتظر العميل { $number } ({ $name }) الرد طويلًا، فأصبح لدى <b>{ $owner }</b>.
notice-shift-away = انتهت نوبتك والعميل { $number } ({ $name }) ينتظر، فأصبح لدى <b>{ $owner }</b>.

error-assignee-unfit = هذا الزميل غادر الفريق أو لا يعمل على العملاء. اختر زميلًا آخر.
