package dev.parley.turn;

/** What the bot says without a model. */
final class Phrases {
    private Phrases() {}

    static String noAnswer(Language language, String handoffHint) {
        return switch (language) {
            case ENGLISH -> "I could not find an answer to that in our help pages. Would you like to talk to a person? "
                    + handoffHint;
            case CHINESE -> "抱歉，我在帮助页面里没有找到相关答案。需要为您转接人工客服吗？";
            case GERMAN ->
                "Dazu habe ich in unseren Hilfeseiten nichts gefunden. Möchten Sie mit einem Menschen sprechen?";
            case ARABIC -> "لم أجد إجابة عن ذلك في صفحات المساعدة. هل تود التحدث إلى شخص من فريقنا؟";
        };
    }

    static String refused(Language language) {
        return switch (language) {
            case ENGLISH ->
                "I cannot help with that here. If you need something from the shop, I can hand you over to a person.";
            case CHINESE -> "抱歉，这个问题我无法在这里回答。如需帮助，我可以为您转接人工客服。";
            case GERMAN ->
                "Dabei kann ich hier nicht helfen. Wenn Sie etwas vom Shop brauchen, verbinde ich Sie mit einem Menschen.";
            case ARABIC -> "لا أستطيع المساعدة في ذلك هنا. يمكنني تحويلك إلى شخص من فريقنا.";
        };
    }

    static String apology(Language language) {
        return switch (language) {
            case ENGLISH -> "I am sorry, something went wrong with my answer. Please ask again, or talk to a person.";
            case CHINESE -> "抱歉，我的回答出了问题。请再问一次，或转接人工客服。";
            case GERMAN ->
                "Es tut mir leid, mit meiner Antwort ging etwas schief. Fragen Sie noch einmal, oder sprechen Sie mit einem Menschen.";
            case ARABIC -> "عذرًا، حدث خطأ في إجابتي. اسأل مرة أخرى من فضلك، أو تحدث إلى شخص من فريقنا.";
        };
    }

    static String greeting(Language language) {
        return switch (language) {
            case ENGLISH -> "Hello! What can I help you with?";
            case CHINESE -> "您好！请问有什么可以帮您？";
            case GERMAN -> "Hallo! Womit kann ich helfen?";
            case ARABIC -> "مرحبًا! كيف يمكنني مساعدتك؟";
        };
    }

    static String thanks(Language language) {
        return switch (language) {
            case ENGLISH -> "You are welcome! Ask away if there is anything else.";
            case CHINESE -> "不客气！还有其他问题随时告诉我。";
            case GERMAN -> "Gern geschehen! Fragen Sie ruhig, wenn noch etwas ist.";
            case ARABIC -> "على الرحب والسعة! اسأل متى شئت إن احتجت شيئًا آخر.";
        };
    }

    static String goodbye(Language language) {
        return switch (language) {
            case ENGLISH -> "Goodbye, and have a good day!";
            case CHINESE -> "再见，祝您愉快！";
            case GERMAN -> "Auf Wiedersehen und einen schönen Tag!";
            case ARABIC -> "مع السلامة، ويومك سعيد!";
        };
    }

    /** @param what the shop's own description of the action */
    static String confirm(Language language, String what) {
        return switch (language) {
            case ENGLISH -> "I can do this for you: " + what + " Shall I? Please answer “yes” or “no”.";
            case CHINESE -> "我可以为您办理：" + what + " 需要我继续吗？请回答“是”或“不”。";
            case GERMAN -> "Das kann ich für Sie tun: " + what + " Soll ich? Bitte antworten Sie mit „Ja“ oder „Nein“.";
            case ARABIC -> "يمكنني القيام بذلك من أجلك: " + what + " هل أتابع؟ أجب بـ «نعم» أو «لا».";
        };
    }

    static String leftAlone(Language language) {
        return switch (language) {
            case ENGLISH -> "All right, I have not done it. Can I help you with anything else?";
            case CHINESE -> "好的，我没有办理。还有其他可以帮您的吗？";
            case GERMAN -> "Gut, ich habe es nicht getan. Kann ich sonst etwas für Sie tun?";
            case ARABIC -> "حسنًا، لم أقم بذلك. هل يمكنني مساعدتك في شيء آخر؟";
        };
    }

    static String onCard(Language language) {
        return switch (language) {
            case ENGLISH -> "Here is what I found.";
            case CHINESE -> "这是我查到的信息。";
            case GERMAN -> "Das habe ich gefunden.";
            case ARABIC -> "هذا ما وجدته.";
        };
    }
}
