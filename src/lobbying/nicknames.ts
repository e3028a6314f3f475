/** Common English short names, one given name and its short names a line. Data: add a line, change no rule. */
const TABLE = `
abigail abby | abraham abe | albert al bert | alexander alex sandy al | alfred al fred | alice ali | amanda mandy
andrew andy drew | angela angie | ann annie anne | anna annie | anne annie ann | anthony tony | arthur art artie
barbara barb barbie | benjamin ben benny | bernard bernie | bertha bert | beverly bev | bradley brad | bridget bridie
calvin cal | cameron cam | carolyn carol | catherine cathy kate katie cat | charles charlie chuck chas | charlotte lottie
christina chris tina chrissy | christine chris tina chrissy | christopher chris kit | clarence clancy | clifford cliff
constance connie | cornelius neil | cynthia cindy | daniel dan danny | david dave davey | deborah deb debbie
dennis denny | diana di | diane di | donald don donnie | dorothy dot dottie | douglas doug | edith edie
edmund ed eddie ted | edward ed eddie ted ned | eleanor ellie nell nora | elena ellie | elizabeth liz lizzie beth betsy betty eliza libby
ellen ellie nell | emily em | eugene gene | evelyn evie | florence flo | frances fran francie | francis frank fran
franklin frank | frederick fred freddie | gabriel gabe | gerald gerry jerry | gertrude trudy | gilbert gil
gregory greg | harold hal harry | harriet hattie | henry hank harry hal | herbert herb | howard howie | hubert hugh
irving irv | isabel izzy | jacob jake | jacqueline jackie | james jim jimmy jamie | jane janie | janet jan | jason jay
jeffrey jeff | jennifer jen jenny | jeremy jerry | jessica jess | joan joanie | john johnny jack | jonathan jon
joseph joe joey | josephine jo josie | joshua josh | joyce joy | judith judy | julia julie | katherine kate kathy katie kat kay
kathleen kathy kate katie | kenneth ken kenny | kevin kev | kimberly kim | kristine kris | lawrence larry | leonard len lenny leo
leroy roy | lewis lew | lillian lil lily | linda lindy | louis lou | louise lou | lucille lucy | lucinda cindy lucy
margaret maggie peg peggy meg marge margie | marjorie marge margie | martha marty | martin marty | matthew matt
maureen mo | maurice maury | melissa missy mel | melvin mel | michael mike mick mickey | mildred millie | mitchell mitch
nancy nan | nathan nate | nathaniel nate nat | nicholas nick | norman norm | oliver ollie | pamela pam | patricia pat patty trish tricia
patrick pat paddy | peter pete | philip phil | phillip phil | priscilla cilla | rachel rae | randall randy | raymond ray
rebecca becky becca | reginald reggie | richard rick rich dick ricky | robert bob bobby rob robbie bert | roberta bobbie
rodney rod | roger rog | ronald ron ronnie | rosa rosie | rose rosie | rosemary rosie | rudolph rudy | russell russ
samantha sam | samuel sam sammy | sandra sandy | sarah sally | sharon shari | sidney sid | stanley stan | stephanie steph
stephen steve | steven steve | stuart stu | susan sue susie | susanna sue | suzanne sue suzy | sylvester sly | tabitha tabby
teresa terry teri tess | theodore ted teddy theo | theresa terry teri tess | thomas tom tommy | timothy tim timmy
tobias toby | valerie val | veronica ronnie | victor vic | victoria vicky tori | vincent vince vinny | virginia ginny
vivian viv | wallace wally | walter walt wally | wendell wen | william bill billy will willie liam | zachary zach
`;

const SHORT = new Map(
  TABLE.split(/[|\n]/)
    .map((line) => line.trim().split(/\s+/))
    .map(([given = '', ...short]) => [given, short] as const),
);

/** The short names by which somebody with this given name is commonly called, in small letters. */
export const nicknamesOf = (given: string): readonly string[] => SHORT.get(given.toLowerCase()) ?? [];
