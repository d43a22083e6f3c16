package dev.parley.spend;

/** Spending and reservations of a tenant. */
record Standing(Money day, Money month, long conversationTokens) {}
