import type { FieldBriefing } from "./field-briefings.ts";

export const englishBriefings: readonly FieldBriefing[] = [
  [
    "Ferry timetable between Goma and Bukavu",
    "The night ferry now leaves at nine. Tickets are sold at the harbour office only.",
    ["ferry bukavu", "night fery tickets harbour"],
  ],
  [
    "Cholera preparedness workshop in Karisimbi",
    "Forty nurses practised rehydration points and chlorine mixing.",
    ["cholera preparedness", "rehydration chlorine mixng"],
  ],
  [
    "Landslide blocks the road at Ngungu",
    "The mud is two metres deep. Volunteers open a footpath for schoolchildren.",
    ["landslide ngungu", "mud footpath"],
  ],
  [
    "Market survey: cassava flour in Kayna",
    "Cassava flour costs a third more than in March. Palm oil is stable.",
    ["casava flour kayna", "palm oil stable"],
  ],
  [
    "Seed fair opens in Kibirizi",
    "Farmers exchange beans and potatoes. Vouchers are worth twelve dollars.",
    ["seed fair kibirizi", "vouchers beans potatos"],
  ],
  [
    "School roofs torn off by storm in Eringeti",
    "Six classrooms stand open to the sky. Tarpaulins have been asked for.",
    ["school roofs eringeti", "classroms tarpaulin"],
  ],
  [
    "Measles cluster reported from Ntoto",
    "Nine children from three villages have a rash and fever. Samples go by motorbike.",
    ["measles ntoto", "rash fever samples motorbike"],
  ],
  [
    "Water trucking ends at Mugunga",
    "The new pipeline brings 600 cubic metres a day. The last trucks leave on Friday.",
    ["water trucking mugunga", "pipeline cubic metres"],
  ],
  [
    "Bridge inspection on the Luholu river",
    "Two beams are rotten. Lorries over five tonnes must turn back.",
    ["luholu bridge", "rotten beams lories"],
  ],
  [
    "Radio drama teaches hand washing",
    "Fifteen episodes are on air in Swahili and French. Listeners call in with questions.",
    ["radio drama hand washing", "episodes listeners"],
  ],
  [
    "Mai-Ndombe exchange visit: fish ponds",
    "Visitors saw tilapia ponds fed with kitchen waste.",
    ["mai-ndombe", "maindombe ponds", "tilapia kitchen"],
  ],
  [
    "Cold chain audit: fridges in nine health posts",
    "Four solar fridges hold their temperature, five need new seals.",
    ["cold chain audit", "solar fridges seals"],
  ],
  [
    "Goat restocking for returnee families in Kalembe",
    "Each family received two goats and a visit by the vet.",
    ["goat restocking", "goats kalemebe vet"],
  ],
  [
    "Airport closure in Goma: cargo goes by road",
    "Freight is unloaded at the border and carried on smaller trucks.",
    ["airport closure goma", "freight border trucks"],
  ],
  [
    "Customs fees for medical imports, 2024-10",
    "A form in three copies is now needed. The fee is 2.5 percent.",
    ["customs fees medical", "2024-10"],
  ],
  [
    "Mobile clinic rota for Biruwe and Kilambo",
    "The clinic stops on Tuesdays in Biruwe and on Thursdays in Kilambo.",
    ["mobile clinic biruwe", "rota kilambo"],
  ],
  [
    "Volcano observatory: seismic network back online",
    "Seven of nine stations send data again after the battery change.",
    ["volcano observatory", "seismic stations batery"],
  ],
  [
    "Latrine building in Mudja",
    "Sixty latrines are finished. Wood is short, so bricks are tried.",
    ["latrines mudja", "bricks wood short"],
  ],
  [
    "Wheat harvest on the Masereka plateau",
    "Yields are up by a fifth. Threshing is still done by hand.",
    ["wheat masereka", "threshing"],
  ],
  [
    "Lost and found children: desk at Birere",
    "The desk reunited thirty-one children with their parents at the market.",
    ["children desk birere", "reunited parents"],
  ],
  [
    "Bees against elephants near Lulimbi",
    "Hives hang along the fields. Honey is sold at the park gate.",
    ["bees elephants", "hives hony lulimbi"],
  ],
  [
    "Drone mapping of the Rwindi plain",
    "The images show where the old irrigation ditch can be dug again.",
    ["drone mapping rwindi", "irrigation ditch"],
  ],
  [
    "Fuel shortage slows generators in Kasugho",
    "The operating theatre runs four hours a day.",
    ["fuel shortage kasugho", "operating theatre hours"],
  ],
  [
    "Library van visits Rusayo",
    "Three hundred books are lent for two weeks. Comics are asked for most.",
    ["library van", "books comics rusayo"],
  ],
];
