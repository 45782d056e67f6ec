"""The orders: a name, a line of help, and what each costs and does."""

from lanc_game.language.speech import Table

VERBS: Table = {
    "move": ("move", "lëviz"),
    "attack": ("attack", "sulmo"),
    "hold": ("hold", "mbaj"),
    "hide": ("hide", "fshihu"),
    "muster": ("muster", "dil haptas"),
    "disperse": ("disperse", "shpërndaj"),
    "agitate": ("agitate", "agjito"),
    "organise": ("organise", "organizo"),
    "reconcile": ("reconcile", "pajto gjaqet"),
    "recruit": ("recruit", "rekruto"),
    "form": ("form", "formo batalione"),
    "militia": ("militia", "armatos fshatrat"),
    "raid": ("raid", "zër pritë"),
    "sabotage": ("sabotage", "saboto"),
    "garrison": ("garrison", "vendos garnizon"),
    "sweep": ("sweep", "spastro"),
    "offensive": ("offensive", "mësymje"),
    "calloff": ("call off", "anulo"),
    "policy": ("policy", "politika"),
    "repair": ("repair", "riparo"),
    "concede": ("concede", "bëj lëshime"),
    "bribe": ("bribe", "paguaj informatorë"),
    "levy": ("levy", "mobilizo"),
    "withdraw": ("withdraw", "tërhiq"),
    "decide": ("decide", "vendos"),
    "propose": ("propose", "propozo"),
    "accept": ("accept", "prano"),
    "refuse": ("refuse", "refuzo"),
    "counter": ("counter", "kundërpropozo"),
    "denounce": ("denounce", "denonco"),
    "court": ("court", "bisedo me krahun"),
    "promise": ("promise", "premto"),
    "purge": ("purge", "ekzekuto"),
    "congress": ("congress", "thirr kongresin"),
    "appeal": ("appeal", "kërko ndihmë"),
    "reply": ("reply", "përgjigju"),
    "pledge": ("pledge", "merr përsipër"),
    "verify": ("verify", "verifiko"),
}

VERB_HELP: Table = {
    "move": (
        "move FROM TO [UNIT MEN] — march to a region within reach; the whole stack, or a part of it",
        "move NGA DREJT [NJËSIA VETA] — marsho në një krahinë që arrihet; të gjithë ose një pjesë",
    ),
    "attack": (
        "attack REGION [FACTION] — fight for the towns",
        "attack KRAHINA [PALA] — lufto për qytetet",
    ),
    "hold": ("hold REGION — dig in and defend", "hold KRAHINA — zër pozicion dhe mbro"),
    "hide": ("hide REGION — go to ground among friendly people", "hide KRAHINA — fshihu te njerëzit miq"),
    "muster": ("muster REGION — come out into the open", "muster KRAHINA — dil haptas"),
    "disperse": (
        "disperse REGION — send regulars home to hide before a sweep",
        "disperse KRAHINA — shpërndaj forcat e rregullta para një spastrimi",
    ),
    "agitate": (
        "agitate REGION — win the uncommitted by word of mouth",
        "agitate KRAHINA — fito të papërcaktuarit me fjalë",
    ),
    "organise": ("organise REGION — raise your council by a level", "organise KRAHINA — ngri këshillin një shkallë"),
    "reconcile": ("reconcile REGION — settle a blood feud", "reconcile KRAHINA — pajto një gjakmarrje"),
    "recruit": ("recruit REGION — call up men for the bands", "recruit KRAHINA — thirr njerëz në çeta"),
    "form": (
        "form REGION — make bands into regulars, who can hold ground",
        "form KRAHINA — bëj nga çetat forca të rregullta që mbajnë terrenin",
    ),
    "militia": (
        "militia REGION — arm village units that guard their homes",
        "militia KRAHINA — armatos njësi fshati që ruajnë shtëpitë",
    ),
    "raid": (
        "raid REGION — take arms from the enemy's convoys and posts",
        "raid KRAHINA — merr armë nga autokolonat dhe postat e armikut",
    ),
    "sabotage": (
        "sabotage REGION road|telegraph|mine|harvest [REGION] — wreck what the enemy lives on",
        "sabotage KRAHINA road|telegraph|mine|harvest [KRAHINA] — prish atë me të cilën jeton armiku",
    ),
    "garrison": (
        "garrison REGION MEN — set how many guard the towns; the rest are free to march",
        "garrison KRAHINA VETA — cakto sa veta ruajnë qytetet; të tjerët janë të lirë të marshojnë",
    ),
    "sweep": ("sweep REGION — comb the country for the hidden", "sweep KRAHINA — kërko fshatrat për të fshehurit"),
    "offensive": (
        "offensive REGION [REGION] [REGION] [REGION] — commit a large operation a month ahead",
        "offensive KRAHINA [KRAHINA] [KRAHINA] [KRAHINA] — cakto një operacion të madh një muaj përpara",
    ),
    "calloff": ("calloff — call off your offensive", "calloff — anulo mësymjen"),
    "policy": (
        "policy reprisals none|measured|harsh · policy requisition light|heavy — give a standing instruction",
        "policy reprisals none|measured|harsh · policy requisition light|heavy — jep një udhëzim të përhershëm",
    ),
    "repair": (
        "repair REGION [REGION] — mend the telegraph and mines, or the road to a neighbour",
        "repair KRAHINA [KRAHINA] — ndreq telegrafin e minierat, ose rrugën për te fqinji",
    ),
    "concede": (
        "concede REGION — buy quiet with grain, an amnesty, a school",
        "concede KRAHINA — blij qetësi me drithë, falje, një shkollë",
    ),
    "bribe": ("bribe REGION — pay informers", "bribe KRAHINA — paguaj informatorë"),
    "levy": ("levy REGION — raise local men for pay", "levy KRAHINA — mobilizo vendas me pagesë"),
    "withdraw": (
        "withdraw REGION — take all men there off the map for good",
        "withdraw KRAHINA — nxirri përfundimisht nga harta të gjithë njerëzit atje",
    ),
    "decide": (
        "decide CHOICE OPTION — answer what lies on the desk",
        "decide ÇËSHTJA PËRGJIGJJA — përgjigju asaj që pret",
    ),
    "propose": (
        "propose TREATY FACTION [in=REGION] [CLAUSE=VALUE|VALUE …] — write a letter; values in the order you like them; "
        "`truce REGION FACTION` and `joint REGION FACTION` are short for a treaty about one region",
        "propose TRAKTATI PALA [in=KRAHINA] [PIKA=VLERA|VLERA …] — shkruaj një letër; vlerat sipas parapëlqimit; "
        "`truce KRAHINA PALA` dhe `joint KRAHINA PALA` janë shkurt për një traktat rreth një krahine",
    ),
    "accept": (
        "accept TREATY FACTION [CLAUSE=VALUE …] — sign what a letter offers",
        "accept TRAKTATI PALA [PIKA=VLERA …] — nënshkruaj atë që ofron një letër",
    ),
    "refuse": ("refuse TREATY FACTION — send a letter back", "refuse TRAKTATI PALA — ktheje letrën"),
    "counter": (
        "counter TREATY FACTION [CLAUSE=VALUE|VALUE …] — refuse, and propose something else",
        "counter TRAKTATI PALA [PIKA=VLERA|VLERA …] — refuzo dhe propozo diçka tjetër",
    ),
    "denounce": (
        "denounce TREATY FACTION openly|pretext|ambush — end a treaty",
        "denounce TRAKTATI PALA openly|pretext|ambush — prish një traktat",
    ),
    "court": (
        "court WING — talk with a wing: steady one of your own, or draw away one of another side",
        "court KRAHU — bisedo me një krah: mbaje afër tëndin, ose tërhiq një të palës tjetër",
    ),
    "promise": (
        "promise PROMISE to WING — give your word to a wing of your own",
        "promise PREMTIMI to KRAHU — jepi fjalën një krahu tëndit",
    ),
    "purge": (
        "purge WING — execute people of a wing of your own",
        "purge KRAHU — ekzekuto njerëz të një krahu tëndit",
    ),
    "congress": (
        "congress CONGRESS PLAN · congress CONGRESS WING=SEATS … — hold a congress and divide its seats",
        "congress KONGRESI PLANI · congress KONGRESI KRAHU=VENDE … — mbaj një kongres dhe nda vendet",
    ),
    "appeal": ("appeal PATRON — ask for arms and supplies", "appeal MBËSHTETËSI — kërko armë e furnizime"),
    "reply": (
        "reply DEMAND OPTION — answer what a patron demands",
        "reply KËRKESA PËRGJIGJJA — përgjigju asaj që kërkon një mbështetës",
    ),
    "pledge": (
        "pledge TASK — take up what a wing or a patron puts before you",
        "pledge DETYRA — merr përsipër atë që kërkon një krah a një mbështetës",
    ),
    "verify": ("verify NUMBER — find out whether a rumour is true", "verify NUMRI — mëso a është e vërtetë një fjalë"),
}

VERB_DETAIL: Table = {
    "move": (
        "Bands and cells that are hidden travel hidden. Lorries need an open road; snow closes passes. "
        "Open columns of enemies that cross fight on the way.",
        "Çetat e njësitet e fshehura udhëtojnë fshehurazi. Kamionët duan rrugë të hapur; bora mbyll qafat. "
        "Kolonat armike që kryqëzohen haptas luftojnë në rrugë.",
    ),
    "attack": (
        "It needs men who can march, there or brought up this month. Towns have walls; men who strike from hiding have "
        "surprise. "
        "An attack on a rival makes it war.",
        "Duhen njerëz që marshojnë, atje ose të ardhur këtë muaj. Qytetet kanë mure; kush godet nga fshehja ka "
        "befasinë. "
        "Sulmi ndaj një rivali sjell luftë.",
    ),
    "hold": (
        "Free. Men who hold defend better, until they act.",
        "Falas. Kush mban pozicionin mbrohet më mirë, derisa të veprojë.",
    ),
    "hide": (
        "Free; it takes effect at the month's end and halves discovery meanwhile. The hidden eat at friendly tables, "
        "hold nothing, "
        "and strike with surprise.",
        "Falas; vlen nga fundi i muajit dhe ndërkohë përgjysmon zbulimin. Të fshehurit i ushqejnë miqtë, nuk mbajnë "
        "gjë "
        "dhe godasin me befasi.",
    ),
    "muster": (
        "Free and at once. Men in the open can hold country and towns, and can be found.",
        "Falas dhe menjëherë. Kush është haptas mund të mbajë fshatra e qytete, por edhe gjendet.",
    ),
    "disperse": (
        "Costs stores, a council level, and the tenth man who does not come back. The rest are hidden bands again.",
        "Kushton furnizime, një shkallë këshilli dhe të dhjetin që nuk kthehet. Të tjerët bëhen sërish çeta të "
        "fshehura.",
    ),
    "agitate": (
        "A cadre for a month. It wins most where many are uncommitted and few are afraid, and draws a little from "
        "rivals.",
        "Një kuadër për një muaj. Fiton më shumë ku ka shumë të papërcaktuar e pak frikë, dhe merr pak nga rivalët.",
    ),
    "organise": (
        "Binds a cadre for as many months as the level aimed at. Each level asks more sympathy; the third also a "
        "recent deed near by.",
        "Lidh një kuadër për aq muaj sa shkalla që synohet. Çdo shkallë do më shumë simpati; e treta edhe një veprim "
        "pranë.",
    ),
    "reconcile": (
        "Binds a cadre for some months. Each feud fewer means more recruits, fewer informers, and thanks.",
        "Lidh një kuadër për disa muaj. Çdo gjak i pajtuar do të thotë më shumë njerëz, më pak spiunë dhe mirënjohje.",
    ),
    "recruit": (
        "A cadre and a rifle a man. They come where people are for you, feuds are few, and a deed of yours is talked "
        "of.",
        "Një kuadër dhe një pushkë për njeri. Vijnë ku populli është me ju, ka pak gjakmarrje dhe flitet për ju.",
    ),
    "form": (
        "Costs supplies. Your councils limit how many regulars there can be. Regulars fight well, hold towns, eat, and "
        "can't hide.",
        "Kushton furnizime. Këshillat caktojnë sa forca të rregullta mbahen. Ato luftojnë mirë, mbajnë qytete, hanë "
        "dhe nuk fshihen.",
    ),
    "militia": (
        "It takes a council and a rifle for every second man. Village units stay at home, cost no food, and feed the "
        "regulars with men.",
        "Do këshill dhe një pushkë për çdo dy veta. Njësitë e fshatit rrinë në vend, s'duan ushqim dhe plotësojnë "
        "radhët.",
    ),
    "raid": (
        "Brings arms and a name; costs a few men. The more often in one place, the less there is and the likelier the "
        "reprisal.",
        "Sjell armë dhe emër; kushton ca njerëz. Sa më shpesh në një vend, aq më pak fitohet e aq më afër është "
        "reprezalja.",
    ),
    "sabotage": (
        "A cut road stops lorries and supply, a dead telegraph warnings, a stopped mine the occupier's quota, a burned "
        "harvest "
        "everybody's bread.",
        "Rruga e prerë ndal kamionët e furnizimin, telegrafi i prishur lajmërimet, miniera e ndalur kuotën e "
        "pushtuesit, "
        "të korrat e djegura bukën e të gjithëve.",
    ),
    "garrison": (
        "Men in garrison hold towns and hardly leave them; men in columns sweep and attack.",
        "Garnizoni mban qytetet e thuajse nuk del prej tyre; kolona spastron dhe sulmon.",
    ),
    "sweep": (
        "Finds some of the hidden, can break councils, and frightens the villages. Enemies in the open outside the "
        "towns are fought.",
        "Gjen disa të fshehur, mund të prishë këshilla dhe frikëson fshatrat. Me armiqtë haptas jashtë qyteteve bëhet "
        "luftë.",
    ),
    "offensive": (
        "Costs supplies now; columns from round about gather, and comb the regions next month and the one after. "
        "Those with sources hear of it.",
        "Kushton furnizime tani; kolonat përreth mblidhen dhe kërkojnë krahinat muajin tjetër e atë pas tij. "
        "Kush ka burime e merr vesh.",
    ),
    "calloff": (
        "Free, but half the supplies and some standing are gone.",
        "Falas, por humbet gjysma e furnizimeve dhe pak autoritet.",
    ),
    "policy": (
        "Reprisals answer deeds upon the villages and breed both fear and recruits. Heavy requisition brings grain and "
        "fear.",
        "Reprezaljet bien mbi fshatrat dhe sjellin edhe frikë, edhe vullnetarë. Rekuizimi i rëndë sjell drithë dhe "
        "frikë.",
    ),
    "repair": (
        "Takes a month and a cadre, by men who stand there.",
        "Do një muaj dhe një kuadër, nga njerëz që janë atje.",
    ),
    "concede": (
        "Costs supplies. Fear falls, some goodwill comes, and old deeds are let rest.",
        "Kushton furnizime. Frika bie, fitohet pak mirëkuptim dhe veprimet e vjetra harrohen.",
    ),
    "bribe": (
        "Costs supplies. For some months you see what stands there, roughly, and sweeps find more.",
        "Kushton furnizime. Për disa muaj shihet përafërsisht ç'ka atje dhe spastrimet gjejnë më shumë.",
    ),
    "levy": (
        "A rifle a man and some goodwill. Few come where the country is against you.",
        "Një pushkë për njeri dhe pak mirëkuptim. Pak vijnë ku vendi është kundër.",
    ),
    "withdraw": (
        "Only from a way off the map. They do not come back.",
        "Vetëm nga një dalje e hartës. Nuk kthehen më.",
    ),
    "decide": ("Free. Without an answer the default holds.", "Falas. Pa përgjigje vlen zgjidhja e paracaktuar."),
    "propose": (
        "Free. It is read before next month, answered in next month's words, and binds you for two months. A clause left "
        "blank is cheaper to sign and strains the treaty every month. A local truce and a joint operation are about one "
        "region: `truce REGION FACTION`, `joint REGION FACTION`.",
        "Falas. Lexohet para muajit tjetër, merr përgjigje në fjalët e atij muaji dhe ju lidh për dy muaj. Një pikë e lënë "
        "bosh nënshkruhet më lirë dhe e rëndon traktatin çdo muaj. Armëpushimi vendor dhe operacioni i përbashkët janë "
        "për një krahinë: `truce KRAHINA PALA`, `joint KRAHINA PALA`.",
    ),
    "accept": (
        "Free. The treaty is in force at once, before anyone moves.",
        "Falas. Traktati hyn në fuqi menjëherë, para se të lëvizë kush.",
    ),
    "refuse": ("Free.", "Falas."),
    "counter": ("Free. Your own letter takes the place of theirs.", "Falas. Letra juaj zë vendin e së tyres."),
    "denounce": (
        "Free, but your word is worth less afterwards: openly costs more than a pretext, which needs strain, and an ambush "
        "strikes this month and is never forgotten.",
        "Falas, por fjala juaj vlen më pak: haptas kushton më shumë se me një shkak, që do tension, ndërsa një pritë godet "
        "qysh këtë muaj dhe nuk harrohet.",
    ),
    "court": (
        "A wing of your own gains loyalty and forgets some grievance. With a wing of another side you win goodwill, and "
        "stir it a little; a wing that leaves goes to whoever has won enough.",
        "Krahut tuaj i shtohet besnikëria dhe i zbutet pakënaqësia. Te krahu i një pale tjetër fitohet mirëdashje dhe ai "
        "trazohet pak; kush shkëputet shkon te ai që ka fituar mjaft.",
    ),
    "promise": (
        "Trust comes at once. When its months are over the promise is judged: kept, it brings loyalty; broken, a grievance "
        "that is greater.",
        "Besimi vjen menjëherë. Kur kalojnë muajt, premtimi vlerësohet: i mbajtur sjell besnikëri, i shkelur një "
        "pakënaqësi më të madhe.",
    ),
    "purge": (
        "Everybody hears of it. Fear grows, blood calls for blood, your standing falls, the wing hates you; every other wing "
        "takes it in its own way.",
        "E marrin vesh të gjithë. Shtohet frika, gjaku kërkon gjak, autoriteti bie dhe ai krah ju urren; secili krah tjetër "
        "e pret në mënyrën e vet.",
    ),
    "congress": (
        "Held once. Each wing counts its seats against its due: more is loyalty, fewer is grievance. What the seats decide "
        "lasts.",
        "Mbahet një herë. Secili krah i mat vendet me pjesën që i takon: më shumë sjell besnikëri, më pak pakënaqësi. "
        "Ajo që vendosin vendet mbetet.",
    ),
    "appeal": (
        "Asking costs some regard. The more they think of you, the more they send; below a least they send nothing.",
        "Të kërkosh kushton pak vlerësim. Sa më shumë ju vlerësojnë, aq më shumë dërgojnë; nën një kufi s'dërgojnë gjë.",
    ),
    "reply": (
        "Free. Without an answer in time the default holds, and they take it for one.",
        "Falas. Pa përgjigje në kohë vlen zgjidhja e paracaktuar, dhe merret si përgjigje.",
    ),
    "pledge": (
        "Free. Done in its months it brings what was offered; pledged and not done, a grudge. Whoever is passed over "
        "minds a little.",
        "Falas. E kryer në kohë sjell atë që u premtua; e marrë dhe e pakryer, mëri. Kujt i lihet detyra mënjanë, i mbetet "
        "pak hatri.",
    ),
    "verify": (
        "Somebody goes and looks. Next month you know whether it is true.",
        "Dikush shkon e sheh. Muajin tjetër dihet a është e vërtetë.",
    ),
}
