package dev.parley.agent;

import java.util.List;
import java.util.Locale;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

public record AgentDetails(String email, String name, AgentRole role, @Nullable Integer capacity, List<String> skills) {
    private static final int MAX_SKILLS = 50;

    public AgentDetails {
        email = email(email);
        name = name.strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw ParleyException.field("name", "bad_name", "is what visitors see, 1 to 100 characters.");
        }
        if (capacity != null && (capacity < 0 || capacity > 1000)) {
            throw ParleyException.field("capacity", "bad_capacity", "is a number from 0 to 1000.");
        }
        skills = skills.stream().map(skill -> skill.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        if (skills.size() > MAX_SKILLS || skills.stream().anyMatch(AgentDetails::isNoSkill)) {
            throw ParleyException.field("skills", "bad_skills",
                    "has at most 50 entries of 1 to 50 characters.");
        }
    }

    private static boolean isNoSkill(String skill) {
        return skill.isEmpty() || skill.length() > 50 || skill.chars().anyMatch(Character::isISOControl);
    }

    /** Normalizes for storage and comparison; refuses only what cannot be an address. */
    public static String email(String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (email.length() > 254 || !email.matches("[^\\s@\\p{Cntrl}<>\",;]+@[^\\s@\\p{Cntrl}<>\",;]+")) {
            throw ParleyException.field("email", "bad_email", "is an e-mail address.");
        }
        return email;
    }
}
