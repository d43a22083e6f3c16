package dev.parley.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Money set aside for one call, under the id of its ledger row. */
public record Reservation(UUID id, Call call, LocalDate day, Instant at) {}
