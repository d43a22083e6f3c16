package dev.parley.handoff;

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
