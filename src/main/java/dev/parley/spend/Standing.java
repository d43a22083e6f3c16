package dev.parley.spend;

/** What is spent or reserved of a tenant's budgets. */
record Standing(Money day, Money month, long conversationTokens) {}
