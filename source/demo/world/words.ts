const lines = (text: string): readonly string[] => text.split(',').flatMap(word => word.trim() || []);

/** Films that everybody wants to see, the most wanted first. */
export const films = lines(`
	The Lighthouse Year, Kingdom of Salt, Ordinary Thunder, Nine Winters, The Bell Ringer, A Map of Small Hours,
	Undertow, The Clockmaker's Daughter, Dust and Honey, The Last Swim of Summer, Paper Moons, Blue Hour,
	The Cartographers, Letters to Nobody, Hotel Adriatico, The Understudy, Black Ice, Two Trains Running Late,
	The Weight of Snow, Vanishing Point North, Sleepers' Bay, The Orchard Thief, Wolf Season, Good Neighbours,
	Ashes of the Harbour, The Violin Maker, Long Way to Trieste, Copper Sky, Still the River,
	The Night Porter's Song, Cold Coast, Signal Lost, The Fifth Ferry, Mercury Falling, The Winter Guests,
	Marble Heart, Everything After Rain, The Beekeeper of Arles, Salt in the Wound, The Honest Forger, Red Kites,
	A Quiet Panic, Nobody's Island, The Long Table, Meridian, Sunday Best, The Glass Orchard,
	Strangers at Breakfast, No Vacancy, The Ballad of Low Street, First Light over Fennick, The Rehearsal Dinner,
	Harvest Moon Motel, The Invisible Tenant, Once Around the Lake, Half a Lifetime, The Deep Freeze,
	Kite Weather, A Thief in Lisbon, Borrowed Light, The Train to Varna, Iron Lullaby, Six Feet of Rope,
	The Keeper of Bees, Before the Thaw
`);

/** Films from elsewhere. */
export const foreignFilms = lines(`
	Été indien, La última estación, Das zweite Fenster, Les Heures bleues, Smörgåsbord, Český sen o moři,
	Il mare d'inverno, Noche sin luna, 雨の灯台, Тихая гавань
`);

/** Shows that everybody follows, the most followed first. */
export const shows = lines(`
	Salt Harbour, The Night Desk, Greenwater, Cold Front, Station Nine, The Ashdown Papers, Second Opinion,
	Tidewater, Fjord, The Bakery, Kestrel Bay, Old Bones, Parallel Lines, The Archivist, Low Orbit, Midwinter,
	Crown Court North, Nightjar, The Allotment, Ferry to Nowhere, Blackthorn Row, Wild Coast, Good Mourning,
	Understory, Common Room, The Long Shift, Lantern Street, Half Past Nine, Moss and Timber, Dr Valence,
	Open Water, The Tenants, Breakwater, Sleight of Hand, Orbit City
`);

/** Shows for children. */
export const kidsShows = lines(`
	Captain Pebble, Milo and the Moon Bus, Tiny Detectives, The Paper Zoo, Otter School, Grandma’s Rocket
`);

/** Names of episodes. */
export const episodeNames = lines(`
	The Letter, Low Tide, Old Friends, A Knock at the Door, The Long Way Home, Cold Coffee, What the River Took,
	Second Chances, The Visitor, Small Print, Snow Day, The Wrong Coat, Loose Ends, Night Shift, The Witness,
	Open House, After the Storm, Paper Trail, The Guest Room, Bad Weather, The Anniversary, Missing Persons,
	The Good Silver, Half Measures, Blind Corner, The Key, Last Orders, Tall Stories, Dead Air, The Bridge,
	House Rules, Under the Ice, The Auction, Blue Monday, Lost Property, High Water, The Interview, Ghost Light,
	A Clean Break, The Inheritance, Short Circuit, Strangers, The Photograph, Due North, Fault Lines,
	Table for Two, The Garden Party, Broken Glass, Homecoming, The Bargain, Mother Tongue, Sleepless, The Ferry,
	Closing Time, First Light, The Apology, Twelve Steps Down, Safe as Houses, The Rehearsal, Static,
	Off the Record, The Crossing, New Moon, Salt, The Understudy, Room 14, The Long Night, Harvest, Whispers,
	The Map, Good Bones, Leap Year, The Confession, Slow Burn, The Dog Walker, A Fine Line, Checkmate, Thin Ice,
	Undertow, The Promise
`);

/** What things of titles are like. */
export const adjectives = lines(`
	Amber, Broken, Burning, Copper, Crooked, Distant, Drowned, Eleventh, Forgotten, Frozen, Gentle, Gilded,
	Glass, Hollow, Hungry, Iron, Ivory, Lonely, Marble, Midnight, Narrow, Northern, Paper, Patient, Quiet,
	Reluctant, Restless, Second, Secret, Silver, Slow, Southern, Stubborn, Sunken, Tidal, Velvet, Wandering,
	Wild, Winter, Yellow, Crimson, Borrowed, Final, Hidden, Perfect, Silent, Stolen, Vanishing
`);

/** What titles are about. */
export const things = lines(`
	Anchor, Archive, Atlas, Beacon, Bridge, Cabinet, Caravan, Cellar, Compass, Engine, Estuary, Ferry, Garden,
	Glacier, Harbour, Heron, Horizon, Island, Juniper, Lagoon, Lantern, Ledger, Lighthouse, Magpie, Meadow,
	Mirror, Monsoon, Oasis, Observatory, Orchard, Peninsula, Piano, Quarry, Railway, River, Satellite, Shore,
	Signal, Snowfall, Staircase, Station, Thicket, Tower, Valley, Voyage, Windmill, Witness, Summer, Inheritance,
	Silence, Promise, Hour
`);

/** Who titles are about. */
export const callings = lines(`
	Cartographer, Clockmaker, Courier, Fiddler, Gardener, Glassblower, Judge, Keeper, Locksmith, Mechanic,
	Notary, Pilot, Sailor, Stranger, Surgeon, Tailor, Teacher, Violinist, Watchman, Widow, Magician, Translator,
	Baker, Diver
`);

/** Whom or what those have. */
export const kin = lines(`
	Daughter, Son, Wife, Brother, Apprentice, Secret, Dilemma, House, Shadow, Holiday
`);

/** Before a place. */
export const journeys = lines(`
	Last Train to, Letters from, Return to, A Winter in, Midnight in, The Road to, Nobody Leaves, Lost in,
	Goodbye,, One Night in, The Ghosts of, Summer in, South of, The Trial at, A Wedding in
`);

/** Before what the weather brings. */
export const openings = lines(`
	Nothing but, A Season of, The Weight of, Before the, After the, Beyond the, The Colour of, Under the,
	The Sound of, In Praise of
`);

/** What the weather brings, and what remains. */
export const weather = lines(`
	Rain, Snow, Frost, Storm, Tide, Dusk, Thaw, Harvest, Fire, Fog, Stars, Stones, Salt, Silence, Smoke, Light
`);

/** Places that are on no map. */
export const places = lines(`
	Aldermoor, Brackwater, Cinderford Gap, Dunmarrow, Eastlow, Fennick, Grey Hollow, Harrowdeep, Inchbarra,
	Jessamy Point, Kestrel Bay, Lowmere, Marrowby, Nettle Hill, Oxlade, Pendleforth, Quillan, Ravensike,
	Saltmere, Tarn Vale, Umberley, Vantry, Wexcombe, Yarrowdale, Zellin
`);

/** What bands call themselves. */
export const bandWords = lines(`
	Beekeepers, Cassettes, Commuters, Echoes, Foghorns, Gardeners, Neighbours, Night Buses, Oboes, Paper Planes,
	Pigeons, Radiators, Sideboards, Sleepwalkers, Teaspoons, Understudies
`);

/** Musicians. */
export const firstNames = lines(`
	Abel, Brita, Cosmo, Delphine, Edda, Faro, Greta, Hanno, Ines, Juno, Kaspar, Lior, Mina, Nils, Orla, Pavel,
	Quirin, Runa, Sami, Tove, Ulla, Vito, Wanda, Ximena, Yara, Zeno
`);

/** Titles that a terminal finds hard: accents, wide letters, emoji, right-to-left, very long. */
export const rareTitles = [
	'Été à Brûmevent',
	'Der Bäcker von Übersee',
	'La última estación de Ñuria',
	'Žluťoučký kůň jede domů',
	'Smørrebrød på Øresø',
	'Ölüdağ’da bir kış',
	'Cỏ xanh bên sông',
	'Naïve Façades',
	'Déjà-lu, déjà-su',
	'İstifçi',
	'雨の灯台',
	'千の郵便箱',
	'猫とやかんの冬',
	'夜行列車のパン屋',
	'山那边的修表匠',
	'纸船与河',
	'长夜里的风车',
	'마지막 등대지기',
	'안개 속의 우체국',
	'느린 기차',
	'Хранитель снега',
	'Тихая пристань',
	'Το ρολόι του νησιού',
	'مدينة الملح',
	'حارس المنارة الأخير',
	'ליל הטחנות',
	'העיר השקטה',
	'चिट्ठी का मौसम',
	'ประภาคารสุดท้าย',
	'🌵 Cactus Hour',
	'Night Train 🚂🌙',
	'The 👨‍👩‍👧‍👦 Next Door',
	'Flags of Nowhere 🏴‍☠️',
	'☕️ & 🥐: A Breakfast',
	'Café ☕ Nocturne',
	'ﾊﾝｶｸ Half Width',
	'Z̈ and the Combining Marks',
	'1999½',
	'¿Quién riega los tejados?',
	'"Quoted" & <Tagged>',
	'The Extremely Long and Only Slightly Exaggerated Chronicle of the Lighthouse Keeper’s Second Cousin Who Once Walked from Saltmere to Harrowdeep and Back Again for a Kettle',
	'A Comprehensive Introduction to the Weather of Small Islands, Together with Some Remarks on Ferries, Their Captains, and the Biscuits That Are Served Between the Second and Third Crossing of the Day',
];
