package dev.parley.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

public record Reservation(UUID id, Call call, LocalDate day, Instant at) {}
