#include "core/query/stem.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/text.h"
#include "core/query/tokens.h"

namespace daybook {
namespace {

// Words and their stems by Snowball's own English stemmer: its exceptions, and six words of each
// ending that it knows, drawn from Debian's wamerican. Made with python3-snowballstemmer 2.2.0:
//   print(word, snowballstemmer.stemmer("english").stemWord(word))
constexpr std::string_view kEnglish =
    "abatement abat abstractedly abstract abutment abut accountability account accuser accus "
    "actuality actual actualize actual affable affabl affluently affluent agreed agre "
    "ailment ailment alliterative allit allowable allow amplified amplifi "
    "analyticalally analytical anarchically anarch andes andes announcement announc "
    "appearance appear aquatic aquat aqueous aqueous archeology archeolog armful arm "
    "arsenal arsenal arsenic arsenic ascendancy ascend ascendency ascend assiduously assidu "
    "assignment assign astronomical astronom atavism atav atlas atlas atomizer atom "
    "barbarism barbar barbarously barbar baronial baroni barraged barrag beatification beatif "
    "bed bed bias bias bing bing birdied birdi blackcurrant blackcurr blamelessly blameless "
    "bled bled boastfulness boast bouffant bouffant bountifully bounti boy boy boyish boyish "
    "brandies brandi breakable breakabl buoyancy buoyanc buried buri by by bypasses bypass "
    "canning canning cannings canning carelessly careless catholicity cathol "
    "certifications certif chronological chronolog civilly civilli clamorous clamor "
    "clarity clariti comfortingly comfort commercialize commerci commune commune "
    "communism communism comparability compar complacency complac compulsiveness compuls "
    "concoction concoct condiment condiment confrontational confront conjugation conjug "
    "connectivity connect consecrate consecr constitutional constitut contumacious contumaci "
    "corroborative corrobor corrosive corros cosmos cosmos countenance counten cries cri "
    "crucible crucibl crucified crucifi cuddling cuddl curiously curious cyclical cyclic "
    "cyclically cyclic dangerous danger decadently decad decolonize decolon decorator decor "
    "decorous decor decriminalization decrimin decriminalize decrimin defensive defens "
    "demagogy demagogi demurely demur denominational denomin denouement denouement "
    "dependability depend destiny destini detonator deton devotedly devot devotional devot "
    "dirtball dirtbal disagreed disagre discountenance discounten discrepancy discrep "
    "disgracefully disgrac display display drunker drunker dutifully duti dying die "
    "dynamical dynam early earli earring earring editorialize editori effectiveness effect "
    "elegance eleg elopement elop embarrassment embarrass emigrant emigr emotionalism emot "
    "emotionally emot emphasized emphas emphatically emphat emulation emul encompasses encompass "
    "entertainingly entertain ethnicity ethnic exceed exceed exclusivity exclus "
    "existentialism existenti explicitness explicit exploitative exploit extricate extric eye eye "
    "eyeballed eyebal facetiousness faceti fancy fanci fearfully fear feed feed feudalism feudal "
    "filamentous filament finality final flagrant flagrant flavorful flavor flying fli "
    "forcefulness forc forcible forcibl foreshadowing foreshadow forestall forestal "
    "forgetfulness forget forwarder forward fraudulently fraudul fusion fusion gaps gap "
    "garnisheed garnishe gas gas general general generate generat generic generic "
    "generous generous gently gentl geological geolog geology geolog gipsies gipsi glibly glibli "
    "glided glide governesses gover gracelessly graceless harmful harm hateful hate "
    "heedlessly heedless herring herring herrings herring hesitatingly hesit hokier hokier "
    "home home hop hop hope hope hoping hope hopping hop horrendous horrend "
    "hotheadedness hotheaded howe howe humanizer human hydroelectricity hydroelectr "
    "hypersensitivity hypersensit ideology ideolog idly idl illegibility illeg illegibly illeg "
    "immensity immens immobilization immobil immolation immol immovably immov "
    "immunology immunolog imperialism imperi imperiously imperi impertinently impertin "
    "imperturbability imperturb implement implement inactivity inact incalculably incalcul "
    "incisiveness incis incitement incit inconspicuousness inconspicu incontinence incontin "
    "indeed inde indicate indic indomitably indomit inducement induc inductive induct "
    "industrialism industri ineffectiveness ineffect infallibility infal infallibly infal "
    "infeasible infeas informational inform initiator initi injudicious injudici inning inning "
    "innings inning innovative innov inscrutably inscrut insolvency insolv instal instal "
    "instigator instig interdenominational interdenomin internalize intern international intern "
    "interrogative interrog intricate intric inundate inund inventiveness invent invitingly invit "
    "irrecoverable irrecover irreligious irreligi irresistible irresist justified justifi "
    "keenness keen kill kill kiwis kiwi kohlrabies kohlrabi laudably laudabl leniency lenienc "
    "liberalism liber libidinous libidin licentiously licenti lightheartedly lightheart "
    "likenesses like littleness littl locality local logic logic looser looser lubricate lubric "
    "luckiness lucki ludicrousness ludicr luxuriousness luxuri lying lie mandrill mandril "
    "markedly mark materialistically materialist materially materi matriculating matricul "
    "mechanical mechan mediocrity mediocr microaggressions microaggress militancy milit "
    "milkweed milkwe mimicking mimick misfeasance misfeas misjudgement misjudg mobilization mobil "
    "moderate moder moment moment mortal mortal motivational motiv mournfulness mourn "
    "multilingual multilingu multinational multin multiplicity multipl nailing nail "
    "nasalize nasal national nation nationalism nation nationality nation nationalize nation "
    "naturalism natur necessitate necessit nefariousness nefari negativity negat "
    "nervousness nervous news news nondeductible nondeduct nutritional nutrit oblate oblat "
    "observational observ obstructiveness obstruct omnipresence omnipres omnivorous omnivor "
    "only onli oppresses oppress organization organ ossifies ossifi outing outing oxidizer oxid "
    "painfully pain parkas parka perfidious perfidi periodicity period peroration peror "
    "perpetrator perpetr perpetually perpetu phoniness phoni photocopied photocopi "
    "pleasurable pleasur popularize popular possessiveness possess practicably practic "
    "preciously precious predicative predic preeminence preemin prefabricate prefabr "
    "premeditation premedit presentable present proceed proceed proceeding proceed "
    "procurement procur productivity product protectorate protector prurience prurienc "
    "psychedelic psychedel publicity public recently recent recitative recit recognition recognit "
    "recognizer recogn red red rededicate reded refurbishment refurbish regency regenc "
    "regimentation regiment regionalism region reminiscence reminisc reorganize reorgan "
    "repeatedly repeat representative repres resemblance resembl reverting revert "
    "rightfulness right rueful rueful saleable saleabl say say sayyid sayyid secession secess "
    "senility senil sensitization sensit shall shall shapelessly shapeless sheave sheav "
    "shiftiness shifti shovelful shovel sidestroke sidestrok silently silent sing sing "
    "singly singl sizer sizer skies sky skis ski sky sky smithereens smithereen "
    "sociological sociolog somnolence somnol sparsity sparsiti squareness squar steed steed "
    "stepparent steppar stiffly stiffli sting sting subsidization subsid succeeds succeed "
    "sultrier sultrier supplement supplement surreptitiously surreptiti sybaritic sybarit "
    "tactlessly tactless technological technolog technology technolog tenaciously tenaci "
    "tendentiousness tendenti terrorism terror theistic theistic this this threateningly threaten "
    "ties tie tolerably toler tolerant toler triumphant triumphant triviality trivial "
    "trivialize trivial truthfulness truth tying tie typifies typifi ugly ugli "
    "unconscious unconsci underfeed underfe undergraduate undergradu undoubtedly undoubt "
    "unfamiliarity unfamiliar unfavorably unfavor urgency urgenc usefulness use utilize util "
    "vaporizer vapor vengefully veng vibrancy vibranc vibration vibrat viciously vicious "
    "vindicator vindic visible visibl vitality vital vocabularies vocabulari volcanic volcan "
    "volleyball volleybal walloped wallop warmly warm was was weaknesses weak wildness wild "
    "willingly will wizened wizen wrongfulness wrong yes yes youth youth";

}  // namespace

TEST_CASE("English stems are Snowball's") {
  const auto words = split(kEnglish, ' ');
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    INFO(words[i]);
    CHECK(stem(words[i], "en") == words[i + 1]);
  }
}

TEST_CASE("words of one stem begin with its prefix") {
  constexpr std::string_view kForms[] = {
      "flies fly flying",        "hope hopes hoping hoped",    "happy happily happiness",
      "probable probability",    "die dies dying died",        "sky skies",
      "hop hops hopping hopped", "relate relation relational", "capable capability capably",
      "tie ties tying",          "organize organization",      "ugly uglier",
  };
  for (const std::string_view line : kForms) {
    const auto forms = split(line, ' ');
    for (const std::string_view form : forms) {
      for (const std::string_view other : forms) {
        if (stem(form, "en") != stem(other, "en")) continue;
        INFO(form << " of " << other);
        CHECK(form.starts_with(stem_prefix(other, "en")));
      }
    }
  }
}

TEST_CASE("other languages lose their endings") {
  struct Row {
    const char* language;
    const char* stem;
    const char* words;
  };
  for (const Row& row : {
           Row{"de", "haus", "Haus Häuser Häusern Hauses"},
           Row{"de-AT", "freund", "Freund Freunde Freundlichkeit"},
           Row{"fr", "journ", "journal journaux"},
           Row{"fr", "presid", "président présidente présidents présidentes"},
           Row{"es", "gat", "gato gatos gata gatas"},
           Row{"es", "habl", "hablar hablando hablamos habla"},
           Row{"it", "paes", "paese paesi"},
           Row{"it", "parl", "parlare parlando parlato parliamo parlano"},
           Row{"pt", "livr", "livro livros"},
           Row{"pt", "inform", "informação informações informar"},
           Row{"nl", "boek", "boek boeken"},
           Row{"sv", "hund", "hund hundar hundarna hunden"},
           Row{"ru", "новост", "новость новости новостей новостями"},
           Row{"ru", "работ", "работа работать работает работают"},
           Row{"ar", "مدين", "المدينة مدينة"},
           Row{"hi", "किताब", "किताब किताबें किताबों"},
       }) {
    for (const std::string_view word : split(row.words, ' ')) {
      INFO(word);
      const std::string folded = tokenize(word).at(0).folded;
      CHECK(stem(folded, row.language) == row.stem);
      CHECK(stem_prefix(folded, row.language) == row.stem);
    }
  }
  CHECK(stem("son", "fr") == "son");
  CHECK(stem("es6", "es") == "es6");
}

TEST_CASE("words that no language stems are their own stems") {
  for (const std::string_view word : {"", "a", "is", "1.88.0", "c++", "pg_dump", "日本", "елка"}) {
    CHECK(stem(word, "en") == word);
    CHECK(stem_prefix(word, "en") == word);
  }
  CHECK(stem("connections", "xx") == "connections");
  CHECK(stem("connections", "") == "connections");
  CHECK(stem("connections", "en-GB") == "connect");
}

}  // namespace daybook
