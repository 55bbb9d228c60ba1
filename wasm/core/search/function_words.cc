#include "core/search/function_words.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace daybook {
namespace {

struct FunctionWords {
  std::string_view language;
  std::string_view words;
};

// Folded, as tokens.h folds them.
constexpr auto kFunctionWords = std::to_array<FunctionWords>({
    {"en",
     "a about after all also an and any are as at be because been but by can could did do does for "
     "from had has have he her him his how i if in into is it its just may me more most my no not "
     "of on only or other our out over she should so some such than that the their them then there "
     "these they this those through to too up us very was we were what when where which while who "
     "why will with would you your"},
    {"de",
     "aber als am an auch auf aus bei bis da das dass dem den der des die doch durch ein eine "
     "einem "
     "einen einer eines er es fur hat haben ich ihr im in ist ja kann mit nach nicht noch nur oder "
     "sein sich sie sind so uber um und uns vom von vor war was wenn wer wie wir wird zu zum zur"},
    {"es",
     "a al como con cual cuando de del desde donde el ella ellos en entre es esta este esto fue ha "
     "hay la las le les lo los mas me mi muy no nos o para pero por porque que se ser si sin sobre "
     "son su sus tambien te tiene un una uno y ya yo"},
    {"fr",
     "a au aux avec ce ces cette comme dans de des du elle en est et etait ete il ils je la le les "
     "leur lui mais me meme mes mon ne nos notre nous on ont ou par pas plus pour qu que qui sa "
     "sans "
     "se ses si son sont sur te tu un une vous y d l n s c j m"},
    {"it",
     "a ad al alla anche che chi ci come con cui da dal dalla de dei del della delle di dove e ed "
     "era gli ha hanno i il in io la le lei lo loro lui ma mi ne nel nella no noi non o per perche "
     "piu quando quella quello questa questo se si sono su sua sul suo tra tu un una uno vi"},
    {"nl",
     "aan al als bij dan dat de deze die dit door een en er geen had heb heeft het hij hoe ik in "
     "is "
     "je kan maar me meer met mijn na naar niet nog nu of om omdat ons ook op over te tot u uit "
     "van "
     "voor was wat we wel werd wie worden wordt ze zich zij zijn zo"},
    {"pt",
     "a ao aos as ate com como da das de dela dele do dos e ela ele em entre era essa esse esta "
     "este "
     "eu foi ha isso isto ja la mais mas me mesmo meu muito na nao nas no nos o os ou para pela "
     "pelo "
     "por porque quando que quem se sem ser seu sua so tambem te tem um uma voce"},
    {"ru",
     "а без более бы был была были было быть в вам вас весь во вот все вы где да для до его ее "
     "если "
     "есть еще же за и из или им их к как ко когда кто ли мне мой мы на над не него нее нет ни но "
     "о "
     "об он она они от по под при с со так также там то только ты у уже чем что чтобы эта эти это "
     "я"},
    {"sv",
     "alla att av bara blev da de dem den det dig din dom du eller en er ett for fran ha han har "
     "hon "
     "hur i icke in inte jag kan man med men mig min nar ni nu och om oss pa sa sig sin ska som "
     "till "
     "under upp ut var vi vid"},
});

}  // namespace

std::vector<std::string> function_words(const std::vector<std::string>& languages) {
  std::vector<std::string> words;
  for (const FunctionWords& known : kFunctionWords) {
    const bool is_used = std::any_of(
        languages.begin(), languages.end(),
        [&](std::string_view used) { return used.substr(0, used.find('-')) == known.language; });
    if (!is_used) continue;
    for (const std::string_view word : split(known.words, ' ')) words.emplace_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace daybook
