package dev.parley.doctor;

import java.util.ArrayList;
import java.util.List;

import dev.parley.doctor.look.SecretsState;
import dev.parley.doctor.look.SecretsState.Secret;
import dev.parley.doctor.look.SecretsState.SecretFile;

final class SecretsCheck {
    private static final String NAME = "secrets";
    private static final String MAKE = "Set it to the output of `openssl rand -hex 32`.";

    private SecretsCheck() {}

    static List<Finding> of(SecretsState state) {
        List<Finding> findings = new ArrayList<>();
        state.secrets().forEach(secret -> add(findings, secret));
        if (state.sameKeys()) {
            findings.add(Finding.fault(NAME, "PARLEY_OPERATOR_KEY and PARLEY_BOOTSTRAP_API_KEY are the same.",
                    "Give the operator a key of its own; Parley refuses to start with these."));
        }
        state.files().forEach(file -> add(findings, file));
        if (!state.storesSecrets()) {
            findings.add(Finding.warning(NAME,
                    "Shops cannot store keys of their own models, since there is no secret key.",
                    "Set PARLEY_SECRET_KEY, the same on all replicas, to the output of `openssl rand -base64 32`."));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(NAME, "None is short or a usual one, and only the owner reads their files."))
                : findings;
    }

    private static void add(List<Finding> findings, Secret secret) {
        if (secret.length() < secret.required()) {
            findings.add(Finding.fault(NAME, secret.setting() + " has " + secret.length()
                    + " characters; Parley does not start with fewer than " + secret.required() + ".", MAKE));
        } else if (secret.guessable()) {
            findings.add(Finding.fault(NAME, secret.setting() + " is a usual word that everybody tries.", MAKE));
        } else if (secret.length() < secret.least()) {
            findings.add(
                    Finding.warning(NAME, secret.setting() + " has only " + secret.length() + " characters.", MAKE));
        }
    }

    private static void add(List<Finding> findings, SecretFile file) {
        if (file.temporary()) {
            findings.add(Finding.warning(NAME, "The secrets of the first start are still in " + file.path() + ".",
                    "Note them in a safe place and delete the file."));
        }
        if (file.othersRead()) {
            findings.add(Finding.fault(NAME, "Other users of this machine can read " + file.path() + ".",
                    "Run: chmod 600 " + file.path()));
        }
    }
}
