// With a language model: it writes, code decides.

# [A3] It answers from the passages, and the source is shown
model: careful
Customer: How long is the warranty?
=> answer warranty.txt
says: 3 years
reads: How long is the warranty?

# [T1] It understands a wish that no list of phrases has
model: careful person=yes
Customer: I would feel better about this if it were not software that replies
=> handoff explicit-request
brief reasons: The model understood
owner: queue

# [T1] A wish that the lists know needs no model
model: careful answerable=yes
Customer: I want to talk to a person
=> handoff explicit-request
owner: queue

# [T21] [M10] It says that the passages do not answer it: so does the bot, however alike the words are
model: careful answerable=no
Customer: How much is shipping to Germany for a sofa?
=> clarify unknown
hides: 6.95

# [T21] However sure it says it is, words that the passages do not carry are not said
model: careful confidence=1
Customer: Are the buttons made of corozo nut?
=> clarify unknown
confidence: under 0.65

# [T21] [W7] It is unsure twice: a person comes
model: careful answerable=no confidence=0.2
Customer: How much is shipping to Germany for a sofa?
=> clarify unknown
Customer: And to Austria for a wardrobe?
=> handoff fallback-limit
brief reasons: sofa
brief reasons: wardrobe

# [M10] [H1] It invents a number: the answer is not said
model: careful invents=Express_to_Germany_costs_12.50_€.
Customer: How much is shipping to Germany?
=> clarify unknown
hides: 12.50

# Its sentences join the brief; why it came here stays what the log says
model: careful
Customer: I want to talk to a person
=> handoff explicit-request
brief wants: has not said yet what about
Customer: My parcel came torn
=> silent
brief wants: In the words of the model
brief reasons: I want to talk to a person
brief mood: tense
