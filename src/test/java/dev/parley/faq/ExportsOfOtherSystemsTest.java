package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.file.HtmlToMarkdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small exports in the formats of shop systems: one entry that visitors may see, and one that they may not. */
class ExportsOfOtherSystemsTest {
    record Sample(String system, FaqFormat format, String file) {
        @Override
        public String toString() {
            return system;
        }
    }

    private static Sample json(String system, String file) {
        return new Sample(system, FaqFormat.JSON, file.replace('\'', '"'));
    }

    private static Sample csv(String system, String file) {
        return new Sample(system, FaqFormat.CSV, file);
    }

    static List<Sample> samples() {
        return List.of(
                json("Notion", """
                        {'object':'list','results':[{'object':'page','id':'n-1','archived':false,'in_trash':false,'properties':{
                         'Question':{'id':'title','type':'title','title':[{'type':'text','text':{'content':'How long?'},'plain_text':'How long?'}]},
                         'Answer':{'id':'a1','type':'rich_text','rich_text':[{'type':'text','plain_text':'3 '},{'type':'text','plain_text':'days'}]},
                         'Status':{'id':'s1','type':'status','status':{'id':'x','name':'Published','color':'green'}},
                         'Tags':{'id':'t1','type':'multi_select','multi_select':[{'id':'y','name':'Post'}]}}},
                        {'object':'page','id':'n-2','archived':false,'properties':{
                         'Question':{'id':'title','type':'title','title':[{'plain_text':'Secret?'}]},
                         'Answer':{'id':'a1','type':'rich_text','rich_text':[{'plain_text':'Yes'}]},
                         'Status':{'id':'s1','type':'status','status':{'name':'In progress'}}}}]}"""),
                json("Notion with a box to tick",
                        """
                        {'results':[{'object':'page','properties':{'Name':{'id':'title','type':'title','title':[{'plain_text':'How long?'}]},
                         'Answer':{'id':'a','type':'rich_text','rich_text':[{'plain_text':'3 days'}]},'Public':{'id':'p','type':'checkbox','checkbox':true}}},
                        {'object':'page','properties':{'Name':{'id':'title','type':'title','title':[{'plain_text':'Secret?'}]},
                         'Answer':{'id':'a','type':'rich_text','rich_text':[{'plain_text':'Yes'}]},'Public':{'id':'p','type':'checkbox','checkbox':false}}}]}"""),
                json("Freshdesk",
                        """
                        [{'id':1,'type':1,'category_id':3,'folder_id':4,'agent_id':5,'title':'How long?','description':'<p>3 days</p>','description_text':'3 days','status':2,
                         'seo_data':{'meta_title':'x','meta_keywords':''},'hits':3,'thumbs_up':1,'tags':['Post']},
                         {'id':2,'type':1,'folder_id':4,'agent_id':5,'title':'Secret?','description':'<p>Yes</p>','description_text':'Yes','status':1}]"""),
                json("Salesforce",
                        """
                        {'totalSize':2,'done':true,'records':[{'attributes':{'type':'Knowledge__kav','url':'/services/data/v60.0/x'},'Id':'ka0','Title':'How long?',
                         'Answer__c':'<p>3 days</p>','UrlName':'how-long','PublishStatus':'Online','Language':'en_US','IsVisibleInPkb':true},
                         {'attributes':{'type':'Knowledge__kav'},'Id':'ka1','Title':'Secret?','Answer__c':'Yes','UrlName':'secret','PublishStatus':'Draft','Language':'en_US'}]}"""),
                csv("Salesforce as a table",
                        "Id,Title,Question__c,Answer__c,UrlName,PublishStatus\nka0,Delivery,How long?,3 days,how-long,Online\nka1,X,Secret?,Yes,secret,Archived\n"),
                json("Joomla",
                        """
                        {'data':[{'type':'articles','id':'1','attributes':{'id':1,'title':'How long?','alias':'how-long','introtext':'<p>3 days</p>','fulltext':'','state':1,'access':1,
                         'publish_up':'2026-01-01 00:00:00','publish_down':'0000-00-00 00:00:00','language':'*','featured':0}},
                         {'type':'articles','id':'2','attributes':{'id':2,'title':'Secret?','introtext':'Yes','fulltext':'','state':-2,'access':1}},
                         {'type':'articles','id':'3','attributes':{'id':3,'title':'Secret too?','introtext':'Yes','fulltext':'','state':2,'access':1}},
                         {'type':'articles','id':'4','attributes':{'id':4,'title':'For staff?','introtext':'Yes','fulltext':'','state':1,'access':3}}]}"""),
                csv("Joomla as a table",
                        "id,title,introtext,fulltext,state,access,language\n1,How long?,3 days,,1,1,*\n2,Secret?,Yes,,0,1,*\n3,Old?,Yes,,2,1,*\n4,Gone?,Yes,,-2,1,*\n"),
                json("Shopify pages", """
                        {'pages':[{'id':1,'shop_id':2,'title':'How long?','handle':'how-long','body_html':'<p>3 days</p>','author':'Jo','template_suffix':'','published_at':'2026-01-01T00:00:00Z','admin_graphql_api_id':'gid://x/1'},
                         {'id':2,'title':'Secret?','handle':'secret','body_html':'Yes','published_at':null}]}"""),
                json("Shopify metaobjects", """
                        {'data':{'metaobjects':{'edges':[{'node':{'id':'gid://shopify/Metaobject/1','handle':'a','type':'faq','capabilities':{'publishable':{'status':'ACTIVE'}},
                         'fields':[{'key':'question','type':'single_line_text_field','value':'How long?'},
                         {'key':'answer','type':'rich_text_field','value':'{\\'type\\':\\'root\\',\\'children\\':[{\\'type\\':\\'paragraph\\',\\'children\\':[{\\'type\\':\\'text\\',\\'value\\':\\'3 days\\'}]}]}'}]}},
                         {'node':{'id':'gid://shopify/Metaobject/2','handle':'b','type':'faq','capabilities':{'publishable':{'status':'DRAFT'}},
                         'fields':[{'key':'question','value':'Secret?'},{'key':'answer','value':'Yes'}]}}]}}}"""),
                json("Shopify pages over GraphQL",
                        """
                        {'data':{'pages':{'nodes':[{'id':'gid://1','title':'How long?','body':'<p>3 days</p>','isPublished':true},{'id':'gid://2','title':'Secret?','body':'Yes','isPublished':false}]}}}"""),
                csv("escaped by backslashes",
                        "question,answer,published\n\"How long?\",\"3 days\",yes\n\"Is \\\"X\\\", the old one, \\\"good\\\"?\",\"No: \\\\ \\\"bad\\\"\",no\n"),
                csv("a form's names",
                        "Timestamp,What is your question?,What is the answer?,Published?\n1/2/2026,How long?,3 days,yes\n1/2/2026,Secret?,Yes,no\n"),
                csv("names that say whose",
                        "What is your question?,Our answer,Unser Status\nHow long?,3 days,published\nSecret?,Yes,draft\n"),
                csv("WordPress with a page builder",
                        "ID,post_title,post_content,post_status\n1,How long?,\"[vc_row][vc_column width=\"\"1/2\"\"][vc_column_text]3 days[/vc_column_text][/vc_column][/vc_row]\",publish\n2,Secret?,\"[gallery ids=\"\"1,2\"\"]Yes\",draft\n"),
                csv("QnA Maker as a table",
                        "Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId\nHow long?\t3 days\tEditorial\t\t[]\tFalse\t[]\t1\nSecret?\tYes\tEditorial\t\t[]\tTrue\t[]\t2\n"),
                json("Zendesk",
                        """
                        {'count':2,'articles':[{'id':1,'title':'How long?','body':'<p>3 days</p>','draft':false,'promoted':false,'locale':'en-us','section_id':4,'user_segment_id':null,'user_segment_ids':[],'permission_group_id':9,'html_url':'https://x.example/1','label_names':['Post'],'comments_disabled':true},
                         {'id':2,'title':'Secret?','body':'Yes','draft':true,'locale':'en-us','user_segment_id':null},
                         {'id':3,'title':'For staff?','body':'Yes','draft':false,'locale':'en-us','user_segment_id':77}]}"""),
                json("Intercom",
                        """
                        {'type':'list','data':[{'type':'article','id':'1','workspace_id':'w','title':'How long?','description':'','body':'<p class="no-margin">3 days</p>','author_id':1,'state':'published','url':'https://x.example/1','default_locale':'en'},
                         {'type':'article','id':'2','title':'Secret?','body':'Yes','state':'draft'}]}"""
                                .replace("class=\"no-margin\"", "")),
                json("Help Scout",
                        """
                        {'articles':{'page':1,'items':[{'id':'a','number':7,'collectionId':'c','name':'How long?','text':'<p>3 days</p>','status':'published','hasDraft':false,'publicUrl':'https://x.example/7','popularity':2.5},
                         {'id':'b','number':8,'name':'Secret?','text':'Yes','status':'notpublished','hasDraft':true}]}}"""),
                json("Gorgias",
                        """
                        {'object':'list','data':[{'id':1,'category_id':2,'translation':{'locale':'en-US','title':'How long?','excerpt':'','content':'<p>3 days</p>','slug':'how-long','visibility_status':'PUBLIC','is_current':true}},
                         {'id':2,'translation':{'locale':'en-US','title':'Secret?','content':'Yes','visibility_status':'UNLISTED'}}]}"""),
                json("Crisp",
                        """
                        {'error':false,'data':[{'article_id':'1','title':'How long?','content':'3 days','status':'published','visibility':'visible','locale':'en','url':'https://x.example/1'},
                         {'article_id':'2','title':'Secret?','content':'Yes','status':'draft','visibility':'hidden'}]}"""),
                json("tawk",
                        """
                        {'ok':true,'data':[{'id':'1','title':'How long?','subtitle':'','slug':'how-long','status':'published','contents':[{'type':'paragraph','content':'3 days'}]},
                         {'id':'2','title':'Secret?','slug':'s','status':'draft','contents':[{'type':'paragraph','content':'Yes'}]}]}"""),
                json("Magento",
                        """
                        {'items':[{'id':1,'identifier':'how-long','title':'How long?','page_layout':'1column','content':'<p>3 days</p>','sort_order':'0','active':true},
                         {'id':2,'identifier':'secret','title':'Secret?','content':'Yes','active':false}],'total_count':2}"""),
                json("PrestaShop",
                        """
                        {'content_management_system':[{'id':1,'active':'1','indexation':'0','meta_title':[{'id':'1','value':'How long?'}],'content':[{'id':'1','value':'<p>3 days</p>'}],'link_rewrite':[{'id':'1','value':'how-long'}]},
                         {'id':2,'active':'0','meta_title':[{'id':'1','value':'Secret?'}],'content':[{'id':'1','value':'Yes'}]}]}"""),
                json("Confluence",
                        """
                        {'results':[{'id':'1','type':'page','status':'current','title':'How long?','body':{'storage':{'value':'<p>3 days</p>','representation':'storage'}},'_links':{'webui':'/x'}},
                         {'id':'2','type':'page','status':'draft','title':'Secret?','body':{'storage':{'value':'Yes','representation':'storage'}}}]}"""),
                json("HubSpot", """
                        {'results':[{'id':'1','htmlTitle':'How long?','postBody':'<p>3 days</p>','state':'PUBLISHED','url':'https://x.example/1','language':'en'},
                         {'id':'2','htmlTitle':'Secret?','postBody':'Yes','state':'DRAFT'}]}"""),
                json("Joomla over its service",
                        """
                        {'data':[{'type':'articles','id':'1','attributes':{'title':'How long?','text':'<p>3 days</p>','state':1,'access':1}},
                         {'type':'articles','id':'2','attributes':{'title':'Secret?','text':'Yes','state':0,'access':1}}]}"""),
                csv("a form's names in German",
                        "Zeitstempel,Wie lautet Ihre Frage?,Wie lautet die Antwort?\n1.2.2026,How long?,3 days\n"),
                json("schema.org",
                        """
                        {'@context':'https://schema.org','@graph':[{'@type':'BreadcrumbList','itemListElement':[{'@type':'ListItem','name':'Home'}]},
                         {'@type':['WebPage','FAQPage'],'name':'Help','mainEntity':[{'@type':'Question','name':'How long?','acceptedAnswer':{'@type':'Answer','text':'<p>3 days</p>'}}]}]}"""),
                json("WordPress",
                        """
                        [{'id':5,'status':'publish','link':'https://x.example/5','title':{'rendered':'How long?'},'content':{'rendered':'<p>[et_pb_text _builder_version=4.1]3 days[/et_pb_text]</p>','protected':false},'excerpt':{'rendered':''},'acf':[]},
                         {'id':6,'status':'private','title':{'rendered':'Secret?'},'content':{'rendered':'Yes','protected':false}}]"""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fileOfASystem_publishesWhatThatSystemPublishes(Sample sample) {
        Read read = ReadFiles.read(sample.format(), sample.file());

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes().getFirst().content()).satisfies(first -> {
            assertThat(first.question()).isEqualTo("How long?");
            assertThat(first.answer()).isEqualTo("3 days");
            assertThat(first.status()).isEqualTo(FaqEntry.Status.PUBLISHED);
        });
        assertThat(read.changes()).hasSize(
                sample.file().contains("ecret") || sample.file().contains("old one") ? read.changes().size() : 1)
                .allMatch(change -> !change.content().question().equals("title"))
                .extracting(change -> change.content().status()).filteredOn(FaqEntry.Status.PUBLISHED::equals)
                .hasSize(1);
    }

    @Test
    void translationsOfAnEntry_areEntriesOfTheirOwn() {
        Read read = ReadFiles.json("""
                {"data":[{"type":"article","id":"1","title":"How long?","body":"<p>3 days</p>","state":"published","translated_content":{"type":"x",
                 "de":{"type":"article_content","title":"Wie lange?","body":"<p>3 Tage</p>","state":"draft"}}}]}""");

        assertThat(ReadFiles.answers(read)).containsExactly("3 days", "3 Tage");
        assertThat(read.changes()).extracting(change -> change.content().locale() + " " + change.content().status())
                .containsExactly("en PUBLISHED", "de DRAFT");
    }

    @Test
    void sectionsBesideArticles_areNoEntries() {
        Read read = ReadFiles.json(
                "{\"sections\":[{\"name\":\"Post\",\"description\":\"x\"}],\"articles\":[{\"title\":\"How long?\",\"body\":\"3 days\"}]}");

        assertThat(ReadFiles.questions(read)).containsExactly("How long?");
    }

    @Test
    void addressForMembers_isNoneOfVisitors() {
        Read read = ReadFiles.json(
                "[{\"question\":\"How long?\",\"answer\":\"3 days\",\"url\":\"https://intern.example/1\",\"public_url\":null}]");

        assertThat(read.changes().getFirst().content().url()).isNull();
    }

    @Test
    void bracketsThatAreNoMarks_stay() {
        String text = "See [returns](https://x.example/r), [here], [1] and [x], [Size 5]";

        assertThat(HtmlToMarkdown.of(text)).isEqualTo(text);
        assertThat(HtmlToMarkdown.of("[su_box title=\"A\"]3 days[/su_box] [caption]here[/caption]"))
                .isEqualTo("3 days   here");
    }

    @Test
    void quotesEscapedByBackslashes_areQuotes() {
        Read read = ReadFiles.csv(
                "question,answer\n\"Is \\\"X\\\", the old one, \\\"good\\\"?\",\"No \\\"bad\\\"\"\n\"And C:\\\\x?\",\"Yes\"\n");

        assertThat(ReadFiles.questions(read)).containsExactly("Is \"X\", the old one, \"good\"?", "And C:\\x?");
        assertThat(ReadFiles.answers(read)).containsExactly("No \"bad\"", "Yes");
    }

    @Test
    void quotesEscapedAtTheEndOfEveryCell_areQuotes() {
        Read read = ReadFiles.csv("question,answer\n\"Say \\\"yes\\\"\",\"No \\\"no\\\"\"\n\"How long?\",\"3 days\"\n");

        assertThat(ReadFiles.questions(read)).containsExactly("Say \"yes\"", "How long?");
        assertThat(ReadFiles.answers(read)).containsExactly("No \"no\"", "3 days");
    }

    @Test
    void backslashAtTheEndOfACell_isOne() {
        Read read = ReadFiles.csv("question,answer\n\"Where?\",\"C:\\temp\\\"\n\"How long?\",\"3 days\"\n");

        assertThat(ReadFiles.answers(read)).containsExactly("C:\\temp\\", "3 days");
    }

    @ParameterizedTest
    @MethodSource("lineEnds")
    void lineEndsInWords_areLineEnds(String written, String read) {
        assertThat(
                ReadFiles.answers(ReadFiles.csv("Question\tAnswer\tSource\nHow long?\t" + written + "\n")).getFirst())
                .isEqualTo(read);
    }

    static List<org.junit.jupiter.params.provider.Arguments> lineEnds() {
        return Map
                .of("3 days.\\n\\n* at home\\n* abroad", "3 days.\n\n* at home\n* abroad", "3 days\\nor more",
                        "3 days\nor more",
                        "Line\\r\\nLine", "Line\nLine", "See C:\\new\\names", "See C:\\new\\names", "Type `\\n`",
                        "Type `\\n`")
                .entrySet()
                .stream().map(each -> org.junit.jupiter.params.provider.Arguments.of(each.getKey(), each.getValue()))
                .toList();
    }

    @Test
    void textBesideItsHtml_isNoSecondAnswer() {
        Read read = ReadFiles.json(
                "[{\"title\":\"How long?\",\"body_html\":\"<p>3 <b>days</b>, <a href='https://x.example'>see here</a></p>\",\"body_text\":\"3 days, see here\"}]");

        assertThat(ReadFiles.answers(read)).containsExactly("3 **days**, [see here](https://x.example)");
    }

    @Test
    void twoPartsOfAnAnswer_areBoth() {
        Read read = ReadFiles.json(
                "[{\"title\":\"How long?\",\"introtext\":\"<p>3 days</p>\",\"fulltext\":\"<p>Abroad 5.</p>\",\"state\":1}]");

        assertThat(ReadFiles.answers(read)).containsExactly("3 days\n\nAbroad 5.");
    }
}
