package dev.parley.handoff;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The lines that tell a visitor who is in charge now, in the visitor's language where we speak it. */
final class Notices {
    private Notices() {}

    static String waiting(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "已为您转接人工客服，请稍候，接通前您的消息都会保留。";
            case "de" ->
                "Sie möchten mit einem Menschen sprechen. Wir haben das Team benachrichtigt; alles, was Sie schreiben, bleibt erhalten.";
            case "ar" -> "طلبت التحدث إلى شخص. أبلغنا الفريق، وكل ما تكتبه محفوظ.";
            default -> "You asked for a person. The team has been told; whatever you write meanwhile is kept for them.";
        };
    }

    static String waitingAWhile(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "已通知客服团队您需要人工服务。目前没有客服在线；如果短时间内无人接待，智能助手会继续为您解答并告知您。";
            case "de" ->
                "Das Team weiß, dass Sie mit einem Menschen sprechen möchten. Gerade ist niemand da; kommt bald niemand, antwortet wieder der Assistent und sagt es Ihnen.";
            case "ar" ->
                "أبلغنا الفريق بأنك تريد التحدث إلى شخص. لا يوجد أحد في هذه اللحظة؛ وإن لم يأت أحد قريبًا فسيجيبك المساعد من جديد ويخبرك بذلك.";
            default ->
                "The team has been told that you want to talk to a person. Nobody is here this very moment; if nobody comes soon, the assistant answers again and tells you so.";
        };
    }

    static String waitingForTheTeam(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "目前没有客服在线。您已在排队，您的消息都会保留，客服上线后会在这里回复您。";
            case "de" ->
                "Gerade ist niemand vom Team da. Sie sind vorgemerkt, und alles, was Sie schreiben, bleibt erhalten: Sobald jemand zurück ist, bekommen Sie hier eine Antwort.";
            case "ar" ->
                "لا يوجد أحد من الفريق في هذه اللحظة. أنت في قائمة الانتظار، وكل ما تكتبه محفوظ، وسيجيبك أحدهم هنا فور عودته.";
            default ->
                "Nobody from the team is here this very moment. You are in line, and whatever you write is kept: somebody answers here as soon as they are back.";
        };
    }

    static String waitingForTheHours(@Nullable String locale, String when) {
        return switch (language(locale)) {
            case "zh" -> "客服团队将于 " + when + " 上线。您已在排队，您的消息都会保留，届时会在这里回复您。";
            case "de" -> "Das Team ist wieder da: " + when
                    + ". Sie sind vorgemerkt, und alles, was Sie schreiben, bleibt erhalten: Dann bekommen Sie hier eine Antwort.";
            case "ar" -> "يعود الفريق في هذا الموعد: " + when
                    + ". أنت في قائمة الانتظار، وكل ما تكتبه محفوظ، وسيجيبك أحدهم هنا حينها.";
            default -> "The team is back on " + when
                    + ". You are in line, and whatever you write is kept: somebody answers here then.";
        };
    }

    static String nobodyNow(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "目前没有客服在线。智能助手会继续为您解答，您也可以稍后再要求转接人工。";
            case "de" ->
                "Gerade ist niemand vom Team da. Der Assistent antwortet weiter; fragen Sie später noch einmal nach einem Menschen.";
            case "ar" -> "لا يوجد أحد من الفريق الآن. سيواصل المساعد الإجابة، ويمكنك طلب شخص لاحقًا.";
            default ->
                "Nobody from the team is here right now. The assistant goes on answering; you can ask for a person later.";
        };
    }

    static String nobodyOutsideHours(@Nullable String locale, String when) {
        return switch (language(locale)) {
            case "zh" -> "客服团队将于 " + when + " 上线，在此之前由智能助手继续为您解答。";
            case "de" -> "Das Team ist wieder da: " + when + ". Bis dahin antwortet der Assistent weiter.";
            case "ar" -> "يعود الفريق في هذا الموعد: " + when + ". وحتى ذلك الحين سيواصل المساعد الإجابة.";
            default -> "The team is back on " + when + ". Until then the assistant goes on answering.";
        };
    }

    /** A day and a time in the shop's zone, as they are written where the visitor is. */
    static String when(@Nullable String locale, ZonedDateTime opens) {
        Locale spoken = Locale.forLanguageTag(switch (language(locale)) {
            case "zh", "de", "ar" -> String.valueOf(locale);
            default -> locale != null && language(locale).equals("en") ? locale : "en";
        });
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(spoken).format(opens) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(spoken).format(opens)
                + DateTimeFormatter.ofPattern(" (z)", spoken).format(opens);
    }

    static String closed(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "对话已结束。如需继续，直接发送消息即可。";
            case "de" -> "Das Gespräch ist beendet. Schreiben Sie einfach, um es wieder aufzunehmen.";
            case "ar" -> "انتهت المحادثة. اكتب رسالة لاستئنافها.";
            default -> "This conversation has ended. Just write to open it again.";
        };
    }

    static String joined(@Nullable String locale, String agent) {
        return switch (language(locale)) {
            case "zh" -> agent + " 已接入，正在为您服务。";
            case "de" -> agent + " ist jetzt für Sie da.";
            case "ar" -> agent + " معك الآن.";
            default -> agent + " is here for you now.";
        };
    }

    static String withBotAgain(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "人工服务已结束，接下来由智能助手为您服务。";
            case "de" -> "Ab jetzt antwortet wieder der Assistent.";
            case "ar" -> "سيتابع المساعد الآلي معك من الآن.";
            default -> "The assistant answers again from here on.";
        };
    }

    static String passedOn(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "您的对话已转交给团队，请稍候。";
            case "de" -> "Ihr Gespräch wird weitergegeben. Gleich ist jemand anderes für Sie da.";
            case "ar" -> "تم تحويل محادثتك إلى زميل، لحظات من فضلك.";
            default -> "Your conversation is being passed on. Somebody else will be with you.";
        };
    }

    static String nobody(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "目前没有客服在线。智能助手会继续为您解答，您也可以稍后再次要求转接人工。";
            case "de" ->
                "Gerade ist niemand da. Der Assistent antwortet wieder; fragen Sie später noch einmal nach einem Menschen.";
            case "ar" -> "لا يوجد أحد متاح الآن. سيجيبك المساعد، ويمكنك طلب شخص لاحقاً.";
            default -> "Nobody is available right now. The assistant answers again; you can ask for a person later.";
        };
    }

    static String leaveAMessage(@Nullable String locale) {
        return switch (language(locale)) {
            case "zh" -> "目前没有客服在线。请留下您的问题和邮箱，我们会通过邮件回复您。";
            case "de" ->
                "Gerade ist niemand da. Schreiben Sie Ihre Frage und Ihre E-Mail-Adresse hier hinein, und wir antworten per Mail.";
            case "ar" -> "لا يوجد أحد متاح الآن. اترك سؤالك وبريدك الإلكتروني هنا وسنرد عليك.";
            default ->
                "Nobody is available right now. Leave your question and your e-mail address here, and we will answer by mail.";
        };
    }

    private static String language(@Nullable String locale) {
        return locale == null ? "en" : Locale.forLanguageTag(locale).getLanguage();
    }
}
