error-channel-disconnected = فُصلت هذه القناة ولم يعد لها وصول، لذلك لم يُفعل شيء. أعد ربطها: ‎/connect
error-channel-not-connectable = لا يُربط { $network } هنا برمز وصول، لذلك لم يُفعل شيء.
error-channel-of-another = «{ $name }» مربوط في مؤسسة أخرى، لذلك لم يُفعل شيء. يجب فصله هناك أولًا.
error-form-not-disconnected = النموذج يُحذف ولا يُفصل، لذلك لم يُفعل شيء. استعمل «إزالة» في صفحته.
error-proposal-gone = انتهى هذا: ما أدخلته نُسي بعد نصف ساعة، أو ليس لك. ابدأ من جديد: ‎/connect
error-token-of-another-account = هذا الرمز لحساب آخر غير «{ $name }»، لذلك لم يتغير شيء. خذ رمز ذلك الحساب نفسه.

command-connect = ربط قناة
wizard-connect = ربط قناة
wizard-reconnect = إدخال رمز جديد
connect-title = ربط قناة
connect-which = أي حساب من حسابات عملك هو؟ سنخبرك خطوة بخطوة أين تجد كل شيء. لا يُربط شيء قبل أن ترى اسمه وتوافق.
connect-setup = { $network }: على من يدير الخادم أن يفعل شيئًا أولًا
connect-setup-then = هذه الإعدادات تخص الخادم كله ولا تُكتب في محادثة. اطلب ممن يديره أن يضبطها (الشرح في docs/operate.md) وأن يعيد تشغيله مرة واحدة. ثم اضغط الزر أدناه.
connect-setup-sometimes = فقط إن كان الحساب يُربط عبر Instagram Login، على من يدير الخادم أن يضبط أيضًا:
setting-meta-app-secret = المفتاح السري للتطبيق: developers.facebook.com ‏› تطبيقك › App settings › Basic
setting-meta-verify-token = كلمة عشوائية طويلة من اختيارك، تُدخل أيضًا بجانب الويب هوك في تطبيق Meta
setting-public-url = عنوان https الذي تصل منه الشبكات إلى هذا الخادم
setting-linkedin-client-secret = ‏Client secret:‏ linkedin.com/developers ‏› تطبيقك › Auth
setting-instagram-app-secret = المفتاح السري لتطبيق Instagram:‏ developers.facebook.com ‏› تطبيقك › Instagram › API setup with Instagram login
connect-step = الخطوة { $step } من { $of }
connect-new = ربط { $network }
connect-renew = رمز جديد لـ { $name }
connect-account-unreadable = ليس هذا هو المطلوب. انسخه مرة أخرى من فضلك.
connect-whatsapp-account = أي حساب واتساب هو؟
    افتح <b>developers.facebook.com/apps</b> › تطبيقك › <b>WhatsApp › API Setup</b>. انسخ الرقم الذي تحت <b>WhatsApp Business Account ID</b> وأرسله هنا.
connect-linkedin-account = عملاء مَن يجب أن يصلوا إلى هنا؟ افتح صفحة الشركة بصفتك مديرًا لها، أو حساب الإعلانات في Campaign Manager، وانسخ <b>العنوان من متصفحك</b>. يشبه أحد هذين:
    <code>linkedin.com/company/12345/admin</code>
    <code>linkedin.com/campaignmanager/accounts/512345678</code>
connect-whatsapp-token = افتح <b>business.facebook.com/settings</b> › <b>Users › System users</b> › مستخدم النظام الخاص بك › <b>Generate token</b>. اختر تطبيقك وانتهاء الصلاحية <b>Never</b> والإذنين <code>whatsapp_business_messaging</code> و<code>whatsapp_business_management</code>. وقبل ذلك يجب أن تكون لمستخدم النظام سيطرة كاملة على التطبيق وعلى حساب واتساب (<b>Assign assets</b>).
    انسخ الرمز وأرسله هنا.
connect-instagram-token = بإحدى طريقتين:
    • <b>Instagram Login:</b> developers.facebook.com ‏› تطبيقك › <b>Instagram › API setup with Instagram login › Generate access tokens</b> › بجانب حسابك <b>Generate token</b>.
    • <b>Facebook Login:</b> business.facebook.com/settings ‏› <b>System users</b> › <b>Generate token</b> مع <code>instagram_basic</code> و<code>instagram_manage_messages</code> و<code>pages_manage_metadata</code> و<code>pages_show_list</code>؛ ويجب أن تُسند الصفحة المرتبطة بالحساب إلى مستخدم النظام.
    انسخ الرمز وأرسله هنا.
connect-messenger-token = افتح <b>business.facebook.com/settings</b> › <b>Users › System users</b> › مستخدم النظام الخاص بك › <b>Generate token</b>. اختر تطبيقك وانتهاء الصلاحية <b>Never</b> والأذونات <code>pages_messaging</code> و<code>pages_manage_metadata</code> و<code>pages_show_list</code> و<code>pages_read_engagement</code>. وقبل ذلك يجب أن تُسند الصفحة إلى مستخدم النظام (<b>Assign assets</b>).
    انسخ الرمز وأرسله هنا؛ وبه يُجلب رمز الصفحة نفسها.
connect-facebook-leads-token = افتح <b>business.facebook.com/settings</b> › <b>Users › System users</b> › مستخدم النظام الخاص بك › <b>Generate token</b>. اختر تطبيقك وانتهاء الصلاحية <b>Never</b> والأذونات <code>leads_retrieval</code> و<code>ads_management</code> و<code>pages_manage_metadata</code> و<code>pages_show_list</code> و<code>pages_read_engagement</code>. ويجب أن تُسند الصفحة إلى مستخدم النظام.
    انسخ الرمز وأرسله هنا؛ وبه يُجلب رمز الصفحة نفسها.
connect-telegram-token = افتح <b>‎@BotFather</b>: ينشئ ‎<code>/newbot</code> بوتًا لعملائك، ويُظهر ‎<code>/token</code> رمز بوت لديك. يجب ألا يكون هذا البوت الذي يعمل فيه الفريق.
    انسخ الرمز (أرقام ثم نقطتان ثم حروف) وأرسله هنا.
connect-linkedin-token = افتح <b>linkedin.com/developers/tools/oauth/token-generator</b>، واختر تطبيقك والإذن <code>r_marketing_leadgen_automation</code>، وسجّل الدخول بصفتك مديرًا لتلك الصفحة أو لحساب الإعلانات.
    انسخ رمز الوصول وأرسله هنا. رموز LinkedIn تنتهي بعد شهرين: عندها ينتظر العملاء ويُطلب منك رمز جديد.
connect-token-care = تُحذف رسالتك التي فيها الرمز فورًا. ويُحفظ الرمز مشفرًا ولا يُعرض على أحد.
connect-not-deleted = تعذر حذف رسالتك التي فيها الرمز: احذفها بنفسك من فضلك.
connect-caught = يبدو هذا رمز وصول. لم يُرسل إلى أحد، ورسالتك أزيلت. لربط قناة أو تجديد رمزها: ‎/connect أو ‎/channels، وأرسله حين يُطلب منك.
connect-refused = لا يقبل { $network } هذا الرمز.
connect-refused-now = ترفض الشبكة هذا الحساب الآن، لذلك لم يُربط شيء. أنشئ رمزًا جديدًا وابدأ من جديد بالأمر ‎/connect، أو حاول مرة أخرى.
connect-later = لا تجيب الشبكة في هذه اللحظة، لذلك لم يتغير شيء. حاول بعد دقيقة.
connect-opens-nothing = تعرف الشبكة هذا الرمز، لكنه لا يفتح أي حساب من هذا النوع. أسند الحساب إلى صاحب الرمز، وأنشئ الرمز من جديد، ثم أرسله.
connect-found = { $count ->
    [zero] يعرف { $network } هذا الرمز. لا يفتح أي حساب:
    [one] يعرف { $network } هذا الرمز. يفتح حسابًا واحدًا:
    [two] يعرف { $network } هذا الرمز. يفتح حسابين:
    [few] يعرف { $network } هذا الرمز. يفتح { $count } حسابات:
    [many] يعرف { $network } هذا الرمز. يفتح { $count } حسابًا:
   *[other] يعرف { $network } هذا الرمز. يفتح { $count } حساب:
}
connect-confirm = هل هو الصحيح؟ لم يُربط شيء بعد.
connect-of-another = مربوط في مؤسسة أخرى، ويجب فصله هناك أولًا
connect-known = مربوط هنا من قبل؛ سيأخذ هذا الرمز
connect-warn-permission = ينقص الرمز الإذن <code>{ $detail }</code>: لن يعمل بعض الأشياء.
connect-warn-other-app = أُنشئ الرمز لتطبيق Meta غير تطبيق هذا الخادم: ستذهب الرسائل إلى هناك. أنشئه للتطبيق الصحيح.
connect-warn-number = لم يُتحقق من هذا الرقم لدى Meta بعد: لا يمكن إرسال شيء قبل ذلك.
connect-warn-elsewhere = يسلّم هذا البوت رسائله الآن إلى { $detail }. عندما تربطه تأتي إلى هنا بدلًا من ذلك.
connect-done = <b>{ $title }</b> مربوطة الآن.
connect-not-delivered = لا تسلّم الشبكة الرسائل إلى هنا. افتح صفحة القناة واضغط «افحص الآن»؛ فإن بقي ذلك فاتبع ما تنصح به الصفحة.
connect-meta-webhook = مرة واحدة لتطبيق Meta كله (إن لم يكن قد تم): في التطبيق تحت Webhooks عنوان الاستدعاء هو
connect-test-whatsapp = جرّب: اكتب إلى الرقم من هاتف آخر. يظهر العميل هنا خلال ثوانٍ؛ أجب تحته.
connect-test-instagram = جرّب: أرسل رسالة خاصة إلى الحساب من حساب آخر. يظهر العميل هنا خلال ثوانٍ؛ أجب تحته.
connect-test-messenger = جرّب: اكتب إلى الصفحة من حساب آخر. يظهر العميل هنا خلال ثوانٍ؛ أجب تحته.
connect-test-facebook-leads = جرّب: يرسل developers.facebook.com/tools/lead-ads-testing عميلًا تجريبيًا للصفحة.
connect-test-telegram = جرّب: اكتب إلى البوت من حساب آخر. يظهر العميل هنا خلال ثوانٍ؛ أجب تحته.
connect-test-linkedin = جرّب: أرسل عميلًا تجريبيًا من معاينة النموذج في Campaign Manager.
toast-disconnected = تم الفصل. حُذف الرمز.
disconnect-ask = هل تريد فصل <b>{ $title }</b>؟ لن يُرسل إليها شيء ويُحذف رمزها. تبقى كل المحادثات؛ وما ينتظر الإرسال ينتظر حتى تربطها من جديد.
channel-disconnected = فُصلت <b>{ $title }</b>. لا يُرسل إليها شيء حتى يعيد أحدهم ربطها.
channel-disconnected-by = فصل { $name } القناة <b>{ $title }</b>. لا يُرسل إليها شيء حتى يعيد أحدهم ربطها.
channel-disconnected-now = <b>مفصولة.</b> حُذف الرمز، وكل المحادثات محفوظة. «إعادة الربط» تعيدها إلى العمل.
channel-off = مفصولة
failure-staff-bot = هذا هو البوت الذي يعمل فيه الفريق. يحتاج العملاء إلى بوت خاص بهم: أنشئه عبر ‎@BotFather.
failure-personal-account = هذا حساب إنستغرام شخصي. حوّله إلى حساب احترافي في إعدادات إنستغرام، ثم أنشئ الرمز من جديد.
button-connect = ➕ ربط قناة
button-connect-go = ✅ ربط { $name }
button-connect-renew = ♻️ تجديد { $name }
button-connect-again = حاول مرة أخرى
button-reconnect = 🔑 إعادة الربط
button-disconnect = فصل
button-disconnect-yes = نعم، افصل
