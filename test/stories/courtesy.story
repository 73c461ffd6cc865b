// Hello and thank you are no questions.

# A greeting is greeted, and the question after it answered
Customer: hello
=> greeting
says: welcome to Olive & Oak
says: I am an automatic assistant
Customer: Do you ship to Switzerland?
=> answer shipping.md
Customer: perfect, thank you so much!
=> thanks
says: You're welcome
owner: bot

# In the language that was spoken
Customer: bonjour
=> greeting
says: En quoi puis-je vous aider
Customer: merci beaucoup
=> thanks
says: Avec plaisir

# A hug is a thank you
Customer: What are your opening hours?
=> answer stores.html#hours
Customer: 🙏❤️
=> thanks

# A question in a greeting is a question
Customer: Good morning! Is there parking near the shop?
=> answer stores.html#parking

# [T1] A wish in a greeting is a wish
Customer: hi there, human please
=> handoff explicit-request
