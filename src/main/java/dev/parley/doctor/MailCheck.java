package dev.parley.doctor;

import java.util.List;

import dev.parley.doctor.look.MailState;
import dev.parley.doctor.look.MailState.Accepted;
import dev.parley.doctor.look.MailState.NotSet;
import dev.parley.doctor.look.MailState.Refused;
import dev.parley.doctor.look.MailState.Unreachable;

final class MailCheck {
    private static final String NAME = "mail";

    private MailCheck() {}

    static List<Finding> of(MailState state) {
        return List.of(switch (state) {
            case NotSet(var from, var site) -> Finding.warning(NAME,
                    "No mail is sent: invitations and new passwords must be handed over as links.",
                    "Set " + (from ? "" : "PARLEY_MAIL_FROM") + (from || site ? "" : " and ")
                            + (site ? "" : "PARLEY_PUBLIC_URL") + ", and QUARKUS_MAILER_HOST.");
            case Accepted accepted -> accepted(accepted);
            case Refused(var server, var step, var reply) -> switch (step) {
                case GREETING -> Finding.fault(NAME, "The mail server " + server + " refuses to talk (" + reply + ").",
                        "Ask its operator to let this machine in.");
                case ENCRYPTION -> Finding.fault(NAME,
                        "The mail server " + server + " does not encrypt as it should (" + reply + ").",
                        "Correct QUARKUS_MAILER_TLS (port 465) or QUARKUS_MAILER_START_TLS (port 587), or the server's certificate.");
                case SIGN_IN -> Finding.fault(NAME,
                        "The mail server " + server + " refuses the user or the password (" + reply + ").",
                        "Correct QUARKUS_MAILER_USERNAME and QUARKUS_MAILER_PASSWORD.");
            };
            case Unreachable(var server, var why) -> Finding.fault(NAME,
                    "The mail server " + server + " cannot be reached (" + why + ").",
                    "Check QUARKUS_MAILER_HOST and QUARKUS_MAILER_PORT, and that a firewall lets this machine out.");
        });
    }

    private static Finding accepted(Accepted accepted) {
        String found = "The mail server " + accepted.server()
                + (accepted.signedIn() ? " accepts the user and the password" : " answers")
                + switch (accepted.encryption()) {
                    case NONE -> ", not encrypted.";
                    case UNCHECKED -> ", encrypted, but its certificate is not checked.";
                    case CHECKED -> ", encrypted.";
                };
        if (accepted.local()) {
            return Finding.ok(NAME, found);
        }
        return switch (accepted.encryption()) {
            case CHECKED -> Finding.ok(NAME, found);
            case UNCHECKED -> Finding.warning(NAME, found,
                    "Give the server a valid certificate, and remove QUARKUS_MAILER_TRUST_ALL.");
            case NONE -> Finding.warning(NAME, found,
                    "Set QUARKUS_MAILER_START_TLS=REQUIRED with port 587, or QUARKUS_MAILER_TLS=true with port 465.");
        };
    }
}
