package dev.parley.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Money reserved for a call, under its ledger row's id. */
public record Reservation(UUID id, Call call, LocalDate day, Instant at) {}
