import type { FieldBriefing } from "./field-briefings.ts";

export const kiswahiliBriefings: readonly FieldBriefing[] = [
  [
    "Mvua kubwa yaharibu daraja la Mubambiro",
    "Daraja limevunjika usiku. Wanafunzi wanavuka kwa kamba.",
    ["daraja mubambiro", "wanafunzi kamba"],
  ],
  [
    "Chanjo ya surua Karisimbi",
    "Watoto elfu tatu walipata chanjo katika vituo saba.",
    ["chanjo surua", "karisimbi surua wat", "wtoto chanjo vituo"],
  ],
  [
    "Bei ya muhogo yapanda soko la Kitchanga",
    "Gunia la muhogo limefika faranga elfu arobaini.",
    ["bei muhogo", "gunia muhogo kichanga"],
  ],
  [
    "Maji safi yafika kijiji cha Rugari",
    "Bomba jipya linatoa maji saa ishirini na nne. Kamati ya maji inakusanya ada.",
    ["maji safi rugari", "bomba jipya kamati"],
  ],
  [
    "Kipindupindu: tahadhari kando ya ziwa",
    "Wavuvi wanaombwa kuchemsha maji. Kituo cha tiba kiko Kalimbe.",
    ["kipindupindu", "kipindupindo kalimbe", "wavuvi kuchemsha"],
  ],
  [
    "Mafunzo ya wakulima kuhusu mbolea ya asili",
    "Wakulima sitini walijifunza kutengeneza mboji huko Burungu.",
    ["mafunzo wakulima mbolea", "mboji burungu"],
  ],
  [
    "Ng'ombe wapata dawa ya kupe",
    "Madaktari wa mifugo walipulizia ng'ombe mia nne huko Ngesho.",
    ["ng'ombe kupe", "ngombe dawa", "madaktari mifugo ngesho"],
  ],
  [
    "Mashua ya wagonjwa ziwa Kivu",
    "Mashua mpya inabeba wagonjwa kutoka Idjwi hadi hospitali.",
    ["mashua wagonjwa", "mashua mpya ziwa", "idjwi hospitali"],
  ],
  [
    "Shule mpya yafunguliwa Kibati",
    "Madarasa nane na choo vimejengwa kwa mawe ya volkano.",
    ["shule kibati", "madarasa choo volkno"],
  ],
  [
    "Redio ya jamii yarudi hewani Lubero",
    "Mtambo ulitengenezwa. Vipindi vya afya vinaanza saa moja asubuhi.",
    ["redio jamii lubero", "vipindi afya asubuhi"],
  ],
  [
    "Moto wateketeza ghala la mbegu Nyabiondo",
    "Tani sita za mbegu za maharagwe zimeungua.",
    ["ghala mbegu", "maharagwe nyabiondo"],
  ],
  [
    "Barabara ya Bweremana yatengenezwa",
    "Vijana wanajaza mashimo kwa changarawe. Pikipiki zinapita bila shida.",
    ["barabara bweremana", "changarawe pikipik"],
  ],
  [
    "Uzazi salama: kliniki ya wajawazito Sake",
    "Wajawazito hupimwa kila Jumatano. Vyandarua hutolewa bure.",
    ["kliniki wajawazito", "vyandarua bure sake"],
  ],
];
