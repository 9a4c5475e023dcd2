/** Words of building cases that stand with a capital at the head of a line, in forms and in title blocks, and are no names. */
const list = `
adgang adresse advokat afdeling afgørelse afløb afstand alle alt altan anden andre anlæg anmeldelse ansøger ansøgers ansøgning antal anvendelse
anvendelseskategori areal arealer arkitekt arkitekten arkitekter arkitektfirmaet art att august bad badeværelse bebyggelse bebyggelsesprocent bebygget begge
beregning besigtigelse beskrivelse beskæftigelse betaling beton bil bilag billede billeder blok bo bolig boligareal boligblok boliger boligselskabet bor boring brand
brandklasse brev brevet bro brug bruttoareal by byg bygge byggeandragende byggeansøgning byggeafsnit byggefelt byggelinje byggeri byggeriet byggeret byggesag byggesager byggesagsbehandler byggetilladelse byggevirksomhed bygherre bygning bygninger bygningen bygningskonstruktør bygrunde bæk
børnehave campingplads carport center certificeret certifikat co computer da dagslys dam dato de deklaration delområde den denne depot der deres det dette digital din dispensation dokument dokumentation du
dør døre efter eg ejendom ejendomme ejendommen ejendoms ejendomsinvest ejer ejere ejeren ejerforening ejerforeningen ejerforhold ejerlav eksisterende el eller elevator emne en end energi energiramme eng enfamiliehus entre entreprenør entreprise er erhverv erklæring erklæringen
et etage etageareal etagebolig etape facade facader fald familien faktura fase felt ferie figur fil filer firma fjernvarme flise flere foreningen fordi forhold formål foto fra fritidshus fru fuldmagt fuldmægtig fundament for forbehold forslag forsikring følgende
gade gang garage gebyr gl glas godk godkendt grund grundareal grundejerforeningen grunden gulv gæld gæt gæst gårdhave gård gårdhus han hans hal hav have havn hegn hegnet hele henvisning her herunder hilsen hjemmel hjælp hovedindgang hr huldæk hun hus huset hvis hvor hverken højde højder håndværker håndværkeren
i ifølge ikke indgang indsigelse indkørsel indvendig ingen ingeniør ingeniører inge ingeniørfirmaet initialer isolering ja jeg jf jorden journal kan kapitel kategori klage klasse klima klubhus kommune kommunen kommuneplan komponent konstruktion konstruktionsklasse kontakt kontaktoplysninger kontaktperson kontor kontr kontrol kontrolleret kopi kort kote koter kvm kvist kælder køber køkken
lager land landinspektør landzone lavet lejer lejlighed lejligheder lille lod lokalplan loft luft lund lys lægte læge mail man mangelbrev mangler mark markjorder maskine materiale materialer matr matrikel max med mellem men mester min mobil model modtaget moms mose mur murer murermester museum møde mål måned
genbo genboen genboerne medejer beboer beboeren klager klageren fuldmagtsgiver fuldmagtsgiveren køberen sælgeren godkendelse nabo naboen naboer naboerne nabohøring navn nej niveau nogle nord norden nordøst nordvest note nr ny nyt når nævn og om område omfang ombygning opgave oplysninger oprindelig orientering ovenlys overdækket overdækning overfladevand overfor overslag p parcel parcelhus parkering person plads plan planen planer planlov planloven position projekt projektet projektering på pæl
realdania referat region rekvirent rev revision rum række rækkehus rød rådgiver rådhus rådhuset sag sagen sags sagsbehandler sagsnr sal samlet samme sammen sanitet se selskabet sekundær servitut side sign situationsplan skema skel skilt skitse skole skov skriv skur slots små snit sokkel som sommerhus stald starterklæring stat station statik statiker statisk stk stof store stort stue
støj sted sten svar svømmehal syd sydvest sydøst sælger sø søn tag tage tagpap tagterrasse tagsten tegl tegn tegner tegning tegninger tegningen tegnestuen teknik teknisk telefon terrasse terræn tidligere til tilbygning tilbygningen tilladelse tilsyn tinglyst tinglyste tlf toilet trappe træ trælast trætagkonstruktion type typehuse tømrer tømrerfirmaet tømrermester
udestue udhus udnyttelse udvalg ude udført uge uger under underskrift underskriver undertegnede vand vandværket varme vedr vedrørende vedlagt vej vejen vejdirektoratet velux venlig ventilation vest vi vil villa vindue vinduer vintergarten vores vurdering væg vægge vær værelse værksted værn vær ydervæg ydervægge zone æ ø økonomi øst åben åbning år årgang
anders-and mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli september oktober november december
danmark dansk danmarks nordisk jysk fynsk sjællandsk sjælland fyn jylland bornholm københavn aarhus odense aalborg roskilde miljø natur teknik forvaltning forvaltningen byråd borger borgmester direktør styrelsen ministeriet nævnet retten politi beredskab brandvæsen
bom bbr br sbi dvr utm mitid nemid cvr cpr bfe pdf a4 aps as
bredde længde dybde tykkelse hældning afsnit punkt pkt stk nummer forside bagside oversigt tabel skala signatur signaturer forklaring bemærk bemærkning bemærkninger obs note noter svarfrist frist konklusion baggrund indledning resume status tilføjelse rettelse
entré gangareal bryggers soveværelse spisestue kontorplads mødelokale teknikrum depotrum cykelskur affaldsskur legeplads fællesareal opholdsareal parkeringsplads p-plads
accepterede accepteret ad af affald aftalt aldrig alene allerede almindelige almindeligt altaner altanerne altid altså ansøgningen arbejde
arbejdet asbest at bag bagefter bare beboelse bebyg beder begyndt betontagsten bistader blev bliver bly brandbelastning brandrådgiver
brandtekniske bred bredt bruger bruges brystning brædder brønd butik bygger byggeskadeforsikring bygget bygn bærende bærer carporten cm
cykler dag derfor digitalt dobbeltdør drivhus dæk egen eget eks ende endelig ene eneste ensidigt erhvervsdrivende erklærer etager eternit
falder fibercement fire fjernet flad fladt fliser flytter fods forbi forestår forsyningen fradraget fremt fri fritliggende få får fælled
fælles følger før først gamle gammel gange gangen gavl gavle gerne gitterspær giver god godt gr grader grusvej grå gule gulvafløb gyde gyden
gyldigt går gården gårdsplads gårdvej gør har haven helhedsvurdering helt helårsbolig heraf hermed hidtil hinanden hjørne honning hos
hovedbygning hoveddør huller huse hver håber hæk hænger høje højst højt imellem ind indkørslen indplacerer indsatstaktisk installationer
intet kapitler kigget kip kl kloak kloakken kokken komme kommer kommunens konsekvensklasse konstruktioner kryds krydsfiner kun kunder
køkkenet køre kører køres laden lag lang langs langsider langt lav laver laves lavt ledning lejl lejlighedsskel leveres lige ligger loftet
lov lukkede lukket lægges lærk løber løsninger mange mere meter mm mod mursten museets målfast naboskel nat naturl naturligt ned nede nedløb
noget nordpil norm nu nye nærmeste også op opad opfører os over overnatning personer pil placering plader pladsen pladser plæne port porten
poster pr produktblad præ prøvet punktfundamenter rampe redningsåbninger regnvandsledning regnvandsstik reol ret risikoklasse rummet rundt
rygning rækkehuse røde røgalarm røgalarmer røres sagt samlede sat selv selve siden sider sig siger signeret simpel simpelt simple skal
skifer skrive skrå skure skuret slukkere solceller sommeren sort sov sovev spildevand spænd spærene stalden stedet sti stiger stik stilles
stok stuehus stuen stå stål står større svoger så sætter søge søger taget tagetage tagfod tagplader tagvand tegnet tekniske telt teltet terr
terrassedør terrassen terrændæk terrænlinie tilb tilbud tilbygn tilknyttet tilsammen tilsluttes to ton traditionel traditionelle
traditionelt tre trin trykimprægneret træskelet tæller tæt tømreren ud uden udføres udg udgang udgange udhuset udstilling udv underskrevet
uændrede uændret vaer valgt vandret var varmepumpe vaskehus ved vejskel vender via vinteren vist vvs væk være værelser været ændres ændret
ejerne ansøgere ansøgeren ansøgerne beboere beboeren beboerne lejere lejeren lejerne sælgere sælgeren købere køberen klagere klagerne medejere
medejeren bygherren rekvirenten hustru kone ægtefælle samlever datter søn svigersøn svigerdatter kæreste søster enke øverste mvh vh mindste største gartner tømrerfirma smed hovedgård
`;

export const commonWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/u));
