customer-choose = اختر
customer-ask-number = هل يمكننا الحصول على رقم هاتفك؟ اضغط على الزر أدناه لمشاركته.
