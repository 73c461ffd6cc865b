// People write in pieces; they are heard in whole.

# Five messages in one breath get one answer
Customer: hi
Customer: so
Customer: i ordered a dress
Customer: and it does not fit
Customer: can i exchange it for another size?
=> answer returns.md#can-i-exchange-an-article-for-another-size-or-colour
owner: bot

# [T1] [C25] A wish for a person among them does not wait for the rest
Customer: hello??
Customer: my parcel came open
Customer: are you there
Customer: just give me a human
Customer: please
=> handoff explicit-request
brief wants: my parcel came open
brief mood: impatient
owner: queue

# [C1] What was asked in pieces is one question in the brief
Customer: is the wool
Customer: mulesing free?
=> clarify unknown
Customer: yes
=> handoff explicit-request
brief wants: is the wool mulesing free?
