error-channel-disconnected = فُصلت هذه القناة ولم يعد لها وصول، لذلك لم يُفعل شيء. أعد ربطها: ‎/connect
error-channel-not-connectable = لا يُربط { $network } هنا برمز وصول، لذلك لم يُفعل شيء.
error-channel-of-another = «{ $name }» مربوط في مؤسسة أخرى، لذلك لم يُفعل شيء. يجب فصله هناك أولًا.
error-form-not-disconnected = النموذج يُحذف ولا يُفصل، لذلك لم يُفعل شيء. استعمل «إزالة» في صفحته.
error-proposal-gone = انتهى هذا: ما أدخلته نُسي بعد نصف ساعة، أو ليس لك. ابدأ من جديد: ‎/connect
error-token-of-another-account = هذا الرمز لحساب آخر غير «{ $name }»، لذلك لم يتغير شيء. خذ رمز ذلك الحساب نفسه.
