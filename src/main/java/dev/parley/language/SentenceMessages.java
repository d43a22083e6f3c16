package dev.parley.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences; other languages are in {@code messages/sentences_*.properties}. */
@MessageBundle(value = "sentences", locale = "en")
public interface SentenceMessages {
    @Message("Hello! What can I help you with?")
    String greeting();

    @Message("You are welcome! Ask away if there is anything else.")
    String thanks();

    @Message("Goodbye, and have a good day!")
    String goodbye();

    @Message("Glad to help. Is there anything else I can do for you?")
    String acknowledged();

    @Message("I could not find an answer to that in our help pages. Would you like to talk to a person?")
    String noAnswer();

    @Message("Could you tell me a little more about what you need?")
    String askBack();

    @Message("I cannot help with that here. If you need something from the shop, I can hand you over to a person.")
    String refused();

    @Message("I am sorry, something went wrong with my answer. Please ask again, or talk to a person.")
    String apology();

    @Message("I can do this for you: {what} Shall I? Please answer “yes” or “no”.")
    String confirm(String what);

    @Message("This has been done: {what}")
    String actionDone(String what);

    @Message("This could not be done: {what}")
    String actionNotDone(String what);

    @Message("I cannot say for certain whether this was done: {what} Please do not order it again; our team will check it.")
    String actionUncertain(String what);

    @Message("One moment, I am still at it.")
    String stillAtIt();

    @Message("All right, I have not done it. Can I help you with anything else?")
    String leftAlone();

    @Message("Here is what I found.")
    String onCard();

    @Message("I am passing you on to our team.")
    String handoff();

    @Message("Would you like to talk to a person?")
    String offerPerson();

    @Message("All right. What else can I help you with?")
    String offerDeclined();

    @Message("You asked for a person. The team has been told; whatever you write meanwhile is kept for them.")
    String waiting();

    @Message("The team has been told that you want to talk to a person. Nobody is here this very moment; if nobody comes soon, the assistant answers again and tells you so.")
    String waitingAWhile();

    @Message("Nobody from the team is here this very moment. You are in line, and whatever you write is kept: somebody answers here as soon as they are back.")
    String waitingForTheTeam();

    @Message("The team is back on {opens}. You are in line, and whatever you write is kept: somebody answers here then.")
    String waitingForTheHours(String opens);

    @Message("Nobody from the team is here right now. The assistant goes on answering; you can ask for a person later.")
    String nobodyNow();

    @Message("The team is back on {opens}. Until then the assistant goes on answering.")
    String nobodyOutsideHours(String opens);

    @Message("This conversation has ended. Just write to open it again.")
    String closed();

    @Message("{agent} is here for you now.")
    String joined(String agent);

    @Message("The assistant answers again from here on.")
    String withBotAgain();

    @Message("Your conversation is being passed on. Somebody else will be with you.")
    String passedOn();

    @Message("Nobody is available right now. The assistant answers again; you can ask for a person later.")
    String nobody();

    @Message("Nobody is available right now. Leave your question and your e-mail address here, and we will answer by mail.")
    String leaveAMessage();

    @Message("Thank you, your message is kept for our team. They will answer you here or by mail; whatever else you write is kept, too.")
    String messageKept();

    @Message("Our chat is paused at the moment. Please try again later, or contact the shop in another way.")
    String suspended();
}
