package dev.parley.console;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Paint")
public record LabelColorRequest(@Nullable String color) {}
