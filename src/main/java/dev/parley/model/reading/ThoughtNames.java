package dev.parley.model.reading;

final class ThoughtNames {
    private static final String BEFORE = "(?!(?:end|begin|start)[_:-])(?:[a-z][a-z0-9]{0,11}[:_.-]){0,3}";
    private static final String AFTER = "(?:[_ -]?(?:process|steps?|block|mode|content|trace|text|section|phase|log|\\d{1,2})){0,2}";

    /** Used for nothing else. */
    static final String SURE = BEFORE
            + "(?:[a-z]{0,8}(?:think(?:ing)?|thoughts?|reasoning|monologue)|chain[_ -]?of[_ -]?thoughts?|cot|scratch(?:[_-]?(?:pad|work))?"
            + "|(?:inner|internal|hidden|private)[_-]?(?:voice|speech|dialogue?|notes?|analysis|plan)"
            + "|思考(?:过程|プロセス)?|思维(?:链|过程)?|推理(?:过程)?)" + AFTER;
    /** May also name other things. */
    static final String ANY = "(?:" + SURE + "|" + BEFORE
            + "(?:reason|reflect(?:ions?|ing)?|analy[sz](?:is|es|e|ing)|plan(?:ning|s)?|deliberat(?:ion|e|ing)"
            + "|contemplat(?:ion|e|ing|or)|brainstorm(?:ing)?|ponder(?:ing)?|rationale|introspection|critique"
            + "|considerations?|internal|inner|hidden|drafts?|notes?|strategy|assessment|evaluation|verification|musings?"
            + "|self[_-]?[a-z]{2,10}|hypothesis|approach|(?:meta)?cognition|working(?:[_-]?out)?|meta|step[_-]by[_-]step|分析|反思|计划|草稿|考え|생각|추론|분석|мысли|размышлени[ея]|рассуждени[ея]|анализ"
            + "|gedanken?|denken|nachdenken|überlegung(?:en)?|pensée|réflexion|raisonnement|pensamiento|razonamiento"
            + "|pensamento|raciocínio|pensiero|ragionamento)" + AFTER + ")";

    /** Headings of an answer. */
    static final String ANSWER = "(?:(?:the|my)\\s)?(?:final\\s)?(?:answer|response|reply|output)(?:\\s(?:to|for)\\s[^\\n:*]{1,30})?"
            + "|(?:endgültige\\s)?antwort|réponse(?:\\sfinale)?|respuesta(?:\\sfinal)?|risposta(?:\\sfinale)?|resposta(?:\\sfinal)?"
            + "|(?:最终)?(?:回答|答案|回复)|答え|답변|ответ";
    /** Headings used for answers only. */
    static final String SURELY_ANSWER = "(?:(?:the|my)\\s)?(?:final\\s(?:answer|response|reply)|answer)|(?:最终)?(?:回答|答案)";

    private ThoughtNames() {}
}
