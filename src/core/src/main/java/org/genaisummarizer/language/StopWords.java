package org.genaisummarizer.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commonest words of languages: they say which language a text is in, and nothing about what it
 * says.
 */
public final class StopWords {

    private static final Map<String, Set<String>> BY_LANGUAGE = new LinkedHashMap<>();

    static {
        put(
                "en",
                """
                the of and to in a is that for it was on are as with they be at this have from or had by not but what all were we when your
                can said there an each which she do how their if will up other about out many then them these so some her would make him
                has could did who been its his he you i my me our us than into only also just over after most any such no more very because
                am does being where why while before between both through during under again once here too own same few should now""");
        put(
                "de",
                """
                der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach
                wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei
                ich wir ihr uns ihre seine kann wenn was schon vom dann unter sehr diese dieser dieses alle keine hier doch wo mir mich""");
        put(
                "fr",
                """
                le la les de des du un une et est en que qui dans pour pas au sur ne se ce il sont plus par avec ont mais comme ou son sa ses
                leur nous vous elle ils elles on à été était cette ces aux être fait si tout tous même aussi bien sans entre deux après où
                je tu me te mon ma mes lui y dont donc car très peut avait""");
        put(
                "es",
                """
                el la los las de que y en un una por con no para su se del al lo como más pero sus le ha me si sin sobre este ya entre cuando
                todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos
                ni parte tiene él uno donde bien tiempo mismo ese ahora otros después""");
        put(
                "it",
                """
                il lo la i gli le di che e è un una in per non del della dei delle con si da al alla sono come più ma anche ha nel nella su
                questo questa ci o dal dalla se essere stato suo sua loro hanno perché quando molto dopo tutti due era fra chi io mi cosa
                solo prima ed degli ai sul""");
        put(
                "pt",
                """
                o a os as de que e do da em um uma para com não por dos das no na se mais como mas foi ao ele seu sua ou quando muito nos já
                está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles são você tem à foram""");
        put(
                "nl",
                """
                de het een en van in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit dan nog hij ze wordt worden was
                over tot heeft die deze dit hebben of meer kan al zo geen ik je we wat werd zich hun haar onder veel moet wel na""");
        put(
                "sv",
                """
                och i att det som en på är av för med den till inte ett om har de var så vi från men kan när eller hade sin efter vid ut
                skulle hur man nu alla sig blev mot detta mycket än här där jag du han hon över bara också""");
        put(
                "da",
                """
                og i at det som en på er af for med den til ikke et om har de var så vi fra men kan når eller havde sin efter ved ud skulle
                hvordan man nu alle sig blev mod dette meget end her der jeg du han hun over kun også være""");
        put(
                "no",
                """
                og i at det som en på er av for med den til ikke et om har de var så vi fra men kan når eller hadde sin etter ved ut skulle
                hvordan man nå alle seg ble mot dette mye enn her der jeg du han hun over bare også være fordi""");
        put(
                "fi",
                """
                ja on ei se että oli hän mutta niin kuin myös ovat olla joka jos tai kun hänen mitä vain sen ole nyt kaikki voi jo minä sinä
                me te he tämä mukaan ennen jälkeen kanssa ollut sitä""");
        put(
                "pl",
                """
                i w na z do nie się że to jest o jak po co ale za od przez był która które który tak tylko jego czy już lub może dla być oraz
                ich był było są gdy przy bardzo bez pod nad jej ze tego tym""");
        put(
                "cs",
                """
                a v se na je že to s z do o i jak ale za by po jsem jako jeho tak jsou který která které už jen bylo byl byla nebo podle při
                pro od když ještě také má není před více""");
        put(
                "tr",
                """
                ve bir bu da de için ile çok olarak daha olan gibi en ne kadar sonra ama var o her şey olduğu mi ya ki değil oldu ise bunu
                tarafından ancak veya iki göre""");
        put(
                "ro",
                """
                și de la în a care cu pe un o nu este mai din ce să se sunt fost prin pentru că dar sau au ca lui fi când după foarte acest
                această doar aceste între""");
        put(
                "hu",
                """
                a az és hogy nem is egy meg van ez de csak volt már mint vagy ha el még azt kell lehet minden amely mert után majd pedig ezt
                több között""");
        put(
                "id",
                """
                yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun
                sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai""");
        put(
                "ru",
                """
                и в не на я что он с как это по но они к у же вы за бы из мы от так все для его только о то ее или был было были мне еще до
                если уже когда даже чтобы при быть есть под может после который которые также этого том где себя""");
        put(
                "uk",
                """
                і в не на я що він з як це по але вони до у ж ви за би із ми від так все для його тільки про та її або був було були мені ще
                якщо вже коли навіть щоб при бути є під може після який які також цього де себе""");
        put(
                "bg",
                """
                и в не на да се е от за с по че но като до са ще си това или при той много през след има те него който която които също само
                още както може бе беше им""");
        put(
                "el",
                "και το η ο της του να με που από για στο στη τα οι είναι των σε δεν θα την τον τη ως μια ένα αλλά ή αν κατά έχει αυτό όπως");
        put(
                "ar",
                "في من على إلى أن عن التي الذي هذا هذه ما لا كان كانت مع وقد أو كل بين بعد قبل ذلك هو هي لم ثم قد عند إن كما و");
        put(
                "fa",
                "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت می شد دارد اما یا شده بود هر");
        put(
                "he",
                "של את על לא הוא עם זה היא כי גם או אם אל מה כל כמו אני אבל יותר רק היה בין לפני אחרי אנחנו");
        put(
                "hi",
                "के में की है और को से का ने पर यह कि एक भी हैं इस नहीं था लिए हो कर जो तो वह अपने गया किया साथ तक बाद रहा कुछ");
    }

    private StopWords() {}

    private static void put(String language, String words) {
        BY_LANGUAGE.put(
                language,
                Set.of(Arrays.stream(words.split("\\s+")).distinct().toArray(String[]::new)));
    }

    /** In lower case; none for a language that is not known here. */
    public static Set<String> of(String language) {
        return BY_LANGUAGE.getOrDefault(language, Set.of());
    }

    static Map<String, Set<String>> all() {
        return BY_LANGUAGE;
    }

    /** How many words of a text are stop words, by language. */
    static final class Hits {

        private static final List<String> LANGUAGES = List.copyOf(BY_LANGUAGE.keySet());

        /** One look-up for all languages: a bit for each that has the word. */
        private static final Map<String, Integer> LANGUAGES_OF_WORD = languagesOfWord();

        private final int[] hits = new int[LANGUAGES.size()];

        private static Map<String, Integer> languagesOfWord() {
            if (LANGUAGES.size() > Integer.SIZE) {
                throw new IllegalStateException("more languages than bits");
            }
            Map<String, Integer> languages = new HashMap<>();
            for (int i = 0; i < LANGUAGES.size(); i++) {
                for (String word : StopWords.of(LANGUAGES.get(i))) {
                    languages.merge(word, 1 << i, (some, more) -> some | more);
                }
            }
            return languages;
        }

        /**
         * @param word in lower case
         */
        void count(String word) {
            Integer languages = LANGUAGES_OF_WORD.get(word);
            if (languages == null) {
                return;
            }
            for (int left = languages; left != 0; left &= left - 1) {
                hits[Integer.numberOfTrailingZeros(left)]++;
            }
        }

        int of(String language) {
            int index = LANGUAGES.indexOf(language);
            return index < 0 ? 0 : hits[index];
        }
    }
}
