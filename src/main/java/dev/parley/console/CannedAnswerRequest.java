package dev.parley.console;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Canned")
public record CannedAnswerRequest(@NotBlank String shortcut, @NotBlank String text) {}
