package dev.parley.doctor.look;

import java.util.Optional;

import dev.parley.model.Lane;

/**
 * A model that the settings name, and what its server says.
 *
 * @param setting names the model
 * @param price why it is not used for want of a price, with the setting to change
 */
public record AskedModel(Lane lane, String setting, Optional<String> price, ModelAnswer answer) {}
