/** Who a person is to a case: where a colon follows, any name does, be it a word of the language. */
const roles =
  'ansøgere?|medansøger|ansøgers navn|ejere?|ejerne|medejere?|ejer \\d|bygherre|rekvirent|sagsbehandler|kontaktperson|navn|fulde navn|(?:for|efter|mellem)navn|(?:ansøger|ejer|nabo|bygherre)s? navn|underskriver|indsender|fuldmægtig|fuldmagtsgiver|formand|sælger|køber|lejer|beboer|klager|naboe?r?|genboe?r?|rådgiver|statiker|landinspektør|ingeniør|arkitekt|tegner|(?:applicant|owner|neighbour|architect|contact|full|last|first|family|given)s? name|surname|applicant|owner|neighbour';
/** Words that announce a person by name, right before it. */
const labels = `${roles}|kontakt|tegn|kontr|godkendt|udført|tegnet|udført af|tegnet af|udarbejdet af|underskrevet af|underskrift|godkendt af|kontrolleret af|kontrol|forfatter|author|creator|last modified by|sendt af|fra|til`;
const people =
  'ansøger(?:en|ne)?|bygherren?|rekvirent(?:en)?|sagsbehandler(?:en)?|kontaktperson(?:en)?(?: på pladsen er)?|ejer(?:en|ne)?|ejere er|medejer(?:en)?|nabo(?:en|erne)?|genbo(?:en|erne)?|arkitekten?|landinspektøren?|statikeren?|ingeniøren?|tegneren|fuldmagtsgiver(?:en)?|lejer(?:en|ne)?|beboer(?:en|ne)?|klager(?:en|ne)?|formanden|(?:ægte|sted)?(?:mand|mænd|fælle)|kone|hustru|samlever|kæreste|(?:svoger|svigerinde|enke|enkemand)|(?:sted|sviger)?(?:søn|datter|far|mor|fader|moder)|bror|broder|søster|murermester|tømrermester|undertegnede|udarbejdet af|underskrevet af|tegnet af|udført af|godkendt af|mitid-underskrift|brevet? fra|mail(?:en)? fra|henvendelsen? fra|indsigelsen? fra|fuldmagt(?:en)? fra|talt med|møde med|hej|kære';
/** A greeting at the end of a letter; behind it a line or two may be left, and the name indented. */
const greeting = '(?:hilsen(?: fra)?|hilsner|mvh|(?<!:\\s{0,3})vh)[.,]{0,2}(?: {1,3}| {0,8}\\n[ \\n]{0,40})';
export const personBefore = new RegExp(
  `(?<!\\p{L})(?:(?:${labels})\\.?\\s?:\\s{0,2}|(?:${people})(?:,? {1,2}| ?\\()|${greeting}|att\\.?:?\\s{0,2}|v\\/ ?|c\\/o )$`,
  'iu',
);
/** Here a word of the language, all alone, is a name: `Ejer: Skov`, `Naboen (Skov)`. */
export const roleBefore = new RegExp(
  `(?<!\\p{L})(?:(?:${roles})\\s?:\\s{0,2}|(?:ejer|ejeren|ejerne|nabo|naboen|naboerne|genbo|genboen|genboerne|ansøger|ansøgeren|klager|klageren)(?:,? {1,2}| ?\\()|${greeting})$`,
  'iu',
);
/**
 * Here a word that nobody knows, all alone, is a name: `Klager: Okkels`, `Naboen (Okkels)`, `Ejerne Esmarelda og`. Firms
 * have trades, people have these roles.
 */
const privateRoles =
  '(?:med)?ansøgere?|(?:med)?ejere?(?: \\d)?|bygherre|sagsbehandler|kontaktperson|underskriver|indsender|fuldmagtsgiver|sælger|køber|lejer|beboer|klager|naboe?r?|genboe?r?|\\p{L}{0,12}(?<!vej|gade|sted|fil)(?:s |for|efter)?navn|surname|(?:last|first|full|applicant|owner)s? name|applicant|owner';
export const namelessBefore = new RegExp(
  `(?<!\\p{L})(?:(?:${privateRoles})\\s?:\\s{0,2}|(?:ansøger|ejer|bygherre|nabo|genbo|klager|beboer|lejer)(?:en|n|ne|ere?n?e?)? ?\\(|(?:ansøger|ejer|nabo|genbo|beboer|lejer)(?:er)?ne )$`,
  'iu',
);
/** What stands there and is nobody. */
export const nobody =
  /^(?:Privat\p{Ll}*|Ukendt|Staten|Ingen|Flere|Diverse|Samme|Virksomhed\p{Ll}*|Person\p{Ll}*|Mangler|Oplyses|Oplyst|Afventer|Udfyldes|Fortrolig|Anonym|Fælles|Offentlig\p{Ll}*|Almen\p{Ll}*|Andels?\p{Ll}*|Enhed\p{Ll}*|Begge|Selv|Ejendom\p{Ll}*|Tredje\p{Ll}*|Se|Ved|Vedlagt|Ja|Nej|Erhverv\p{Ll}*|Landbrug\p{Ll}*|Fond\p{Ll}*|Banken?|Kirken?|Sognet|Menighed\p{Ll}*|Advokat\p{Ll}*|Dødsbo\p{Ll}*|Tilsyn\p{Ll}*|Nord|Syd|Øst|Vest|Mod|Mark\p{Ll}*|Vej\p{Ll}*|Jernbane\p{Ll}*|Dsb|Naturstyrelsen|Kystdirektoratet)$/u;
export const greetingBefore = new RegExp(`(?<!\\p{L})${greeting}$`, 'iu');
/** What follows a word of the language that is one: `Nabo: Skov og eng`, `Ejer: Bæk-, sø-`. */
export const wordAfter =
  /^(?:-|(?: og| eller|\/|,? samt) {0,2}\p{Ll}|, \p{Ll}{2,20}(?:, \p{Ll}{2,20}){0,3} og \p{Ll}| (?:på|i|syd|nord|øst|vest|mod|bag|langs|ved|med|uden|\d))/u;
/** `Per og Lone`: who is joined to a person is one too. */
export const andBetween = /^(?: og | & |, | og\/eller |\/|,? samt )$/u;
/** Offices sign letters too. */
export const officeWord =
  /(?:afdeling|forvaltning|kommune|center|firma|stue|kontor|gruppe|selskab|forening|bestyrelse|team|service|styrelse|byg|værk|skole|beredskab|udvalg|råd|nævn|sekretariat|myndighed|anlæg|rådgivning|bolig|hus|huse|behandler|rådgiver|arkitekt|ingeniør|ejer|ansøger|mester|leder|chef|konsulent|direktør|jurist|tekniker|inspektør|entreprenør|formand|sagen)(?:en|n|et|t|er|ere|erne|ne|s)?$/iu;
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
