#include "core/query/stem_light.h"

#include <algorithm>

#include "core/query/stem_rules.h"

namespace daybook {
namespace {

// Rounds are divided by `|`; each takes off the first of its endings that leaves `least` bytes or
// more. Endings are written as folding leaves them.
struct Language {
  std::string_view code;
  std::size_t least;
  std::string_view rounds;
};

constexpr Language kLanguages[] = {
    {"ar", 6, "ها ان ات ون ين|يه ه ي"},
    {"de", 3,
     "ern em en er es e bdfghklmnrt<s n|keit heit est st "
     "t en er|lich isch ung ig"},
    {"es", 3,
     "s|mente|ariamo eriamo iriamo ieramo aremo eremo iremo abamo astei istei acion arian "
     "erian irian ieran ieron iendo aria eria iria iera iese idad aban aran aron asen "
     "ando iamo aba ara are ase ado ada ido ida amo emo imo ian ar er ir ia an en a e i o"},
    {"fr", 3,
     "s x|ment|e|issaient assion issant eraient iraient issons issait erions irions erons "
     "irons erait irait eront iront aient issez erai irai erez irez ions ant ent iez ait "
     "ais ons era ira er ez ee ai as ir it is al au i e"},
    {"hi", 6,
     "ियों ियां ाओं ाएं ाने ाना ाते ाती ाता ाया ेगी ेगा ेंगे ओं एं कर ने नी ना ते ती ता ों ें ीं ां ो े ी ा ि ू ु"},
    {"it", 3,
     "mente|erebbero irebbero assero essero issero arono erono irono eranno iranno erebbe "
     "irebbe avamo avate avano evamo evate evano ivano azion ammo emmo immo iamo ando "
     "endo asse esse isse eremo iremo erete irete ato ata ati ate uto uta uti ute ito ita "
     "iti ite ava avo avi eva evo evi iva ivo ivi are ere ire ano ono erai irai era ero "
     "ira iro|o a e i|azion h i"},
    {"nl", 3, "heden en s e|heid"},
    {"pt", 3,
     "mente|s|ariamo eriamo iriamo assemo essemo issemo aremo eremo iremo avamo acoe "
     "ariam eriam iriam aram eram iram assem essem issem arao erao irao ando endo indo "
     "aria eria iria asse esse isse arei erei irei iamo acao avam ara era ira ava ado ada "
     "ido ida amo emo imo iam oe ao ar er ir am em ia ei ou eu iu a e o i"},
    {"ru", 6,
     "ся сь|иями аете аешь ями ами ией иям ием иях его ого ему ому ими ыми аем ает ают яет яют уют "
     "ешь ете йте ать ять ить ала али ало яла яли ила или ыли ует ах ях ам ям ом ем ев ов ей ий ой "
     "ый ие ые ое ее ью ию ия ья их ых ую юю ая яя им ым еть уть ыть ла ло ли ат ят ют ут ет ит на "
     "но ны ен "
     "н "
     "л а е и й о у ы ь ю я"},
    {"sv", 3,
     "heternas heterna hetens andena heten heter arnas ernas ornas andes andet arens arna "
     "erna orna ande arne aste anden aren erns ades ern ade are ast het ens ad en ar er "
     "or as es at a e s"},
};

}  // namespace

std::string_view light_stem(std::string_view word, std::string_view language) {
  const auto* known = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const Language& entry) { return entry.code == language; });
  if (known == std::end(kLanguages)) return word;
  std::string_view rounds = known->rounds;
  while (!rounds.empty()) {
    const std::string_view round = rounds.substr(0, rounds.find('|'));
    const StemRule rule = find_stem_rule(round, word, known->least);
    word.remove_suffix(rule.ending);
    rounds.remove_prefix(std::min(round.size() + 1, rounds.size()));
  }
  return word;
}

}  // namespace daybook
