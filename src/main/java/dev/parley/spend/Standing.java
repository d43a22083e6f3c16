package dev.parley.spend;

record Standing(Money day, Money month, long conversationTokens) {}
