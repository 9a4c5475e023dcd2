/** Words that announce a person by name, right before it. */
const labels =
  'ansøger|medansøger|ansøgers navn|ejere?|medejer|ejer \\d|bygherre|rekvirent|sagsbehandler|kontaktperson|kontakt|navn|fulde navn|underskriver|indsender|fuldmægtig|fuldmagtsgiver|formand|sælger|køber|lejer|beboer|klager|nabo|genbo|rådgiver|statiker|landinspektør|ingeniør|arkitekt|tegner|tegn|kontr|godkendt|udført|tegnet|udført af|tegnet af|udarbejdet af|underskrevet af|underskrift|godkendt af|kontrolleret af|kontrol|forfatter|author|creator|last modified by|sendt af|fra|til';
const people =
  'ansøger|bygherre|rekvirent|sagsbehandler|kontaktperson(?:en)?(?: på pladsen er)?|ejer|ejere er|ejeren|naboen?|genboen?|arkitekten?|landinspektøren?|statikeren?|ingeniøren?|tegneren|fuldmagtsgiver|lejeren?|beboeren?|klageren?|formanden|murermester|tømrermester|undertegnede|udarbejdet af|underskrevet af|tegnet af|udført af|godkendt af|mitid-underskrift|brevet? fra|mail(?:en)? fra|henvendelsen? fra|indsigelsen? fra|fuldmagt(?:en)? fra|talt med|møde med|hej|kære';
export const personBefore = new RegExp(
  `(?<!\\p{L})(?:(?:${labels})\\.?\\s?:\\s{0,2}|(?:${people}),? {1,2}|(?:hilsen|mvh|vh)\\.?,?\\s{1,3}|att\\.?:?\\s{0,2}|v\\/ ?|c\\/o )$`,
  'iu',
);
/** A title, which a family name alone may follow. */
export const titleBefore =
  /(?:(?:^|[^\p{L}])(?:(?:hr\. og fru|hr|fru|frk)\.? |(?:familien|ægteparret|naboen|nabo|genboen|naboerne|søskende|dødsboet efter|afdøde) ))$/iu;
/** Words after which a person is likelier than anything else, where the name is one that is known. */
export const weakBefore =
  /(?:^|[^\p{L}])(?:af|fra|med|til|ved|hos|for|og|samt|ifølge|jf|deltog|tilhører|jeg|spurgt|ringede|både|mener|er|at|se)[\s,:]{1,2}$/iu;

const forms =
  '(?:ApS|APS|A\\/S|A\\.S|I\\/S|K\\/S|P\\/S|IVS|A\\.M\\.B\\.A|AMBA|AmbA|S\\.M\\.B\\.A|Holding|& Co|& Søn|& Sønner|og Søn|m\\.b\\.a)';
/** What makes the words before it a firm's name. */
export const firmAfter = new RegExp(
  `^[ ,]{0,2}(?:\\p{Lu}[\\p{L}&-]{1,20} |og |& |&amp; ){0,3}${forms}(?![\\p{L}])`,
  'u',
);
export const firmBefore =
  /(?:(?<!\p{L})[AKIP]\/|(?<!\p{L})(?:A\/S|K\/S|I\/S|P\/S|ApS) |ejerlav: |(?:firmaet|tegnestuen|arkitektfirmaet|tømrerfirmaet|murerfirmaet|ingeniørfirmaet|selskabet|boligselskabet|ejerforeningen|grundejerforeningen|foreningen|fonden|vandværket|museum|realdania|region|kirken?|skolen?|kommunen?|typehuse)\s)$/iu;
export const firmWords =
  /^(?:Byg|Ingeniører|Arkitekter|Entreprise|Ejendomme|Ejendomsinvest|Typehuse|Beton|Tømrer|VVS|Anlæg|Huse|Tegnestue|Rådgivning|Forsikring|Skade|Kommune|Region|Museum|Skole|Kirke|Kloak|Vandværk|Varmeværk|Forening|Invest|Maskiner|Murerfirma|Bolig|Gruppen|Group|Transport|Stål|Energi|Service)$/u;
export const streetAfter =
  /^ (?:Vej|Allé|Alle|Gade|Plads|Torv|Stræde|Boulevard|Park|Vænge|Have|Sti|Skole|Kirke|Kommune|Sogn|By|Havn|Station|Sø|Å|Bakke|Skov|Hede|Mose)(?!\p{L})/u;
/** Ends a street's name, and no person's. */
export const streetWords =
  /^(?:Vej|Allé|Alle|Plads|Torv|Stræde|Boulevard|Vænge|VEJ|ALLÉ|PLADS|TORV|STRÆDE|VÆNGE)$/u;
