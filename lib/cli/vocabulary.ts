import type { Locale } from '../i18n/locales.ts';

const words = (list: string): readonly string[] => list.split(/\s+/);

/** Common words of each language, shuffled into synthetic stories; the sentences have no meaning. */
export const VOCABULARY: Record<Locale, readonly string[]> = {
  en: words(`harbour council budget ferry winter school river market bridge engine station library doctor
    teacher festival museum orchard railway valley harvest pension tariff hospital election permit contract survey
    the a of and to in on with from after before under about new old first second public local early quiet
    announced opened closed measured repaired delayed published agreed refused counted rebuilt expected`),
  ru: words(`гавань совет бюджет паром зима школа река рынок мост двигатель станция библиотека врач учитель
    фестиваль музей сад железная дорога долина урожай пенсия тариф больница выборы разрешение договор
    и в на с из после перед под о новый старый первый второй городской местный ранний тихий
    объявил открыл закрыл измерил починил отложил опубликовал согласился отказал подсчитал ожидает`),
  hy: words(`նավահանգիստ խորհուրդ բյուջե լաստանավ ձմեռ դպրոց գետ շուկա կամուրջ շարժիչ կայարան գրադարան բժիշկ
    ուսուցիչ փառատոն թանգարան այգի երկաթուղի հովիտ բերք թոշակ սակագին հիվանդանոց ընտրություն պայմանագիր
    և ու մեջ վրա հետո առաջ տակ մասին նոր հին առաջին երկրորդ քաղաքային տեղական վաղ լուռ
    հայտարարեց բացեց փակեց չափեց նորոգեց հետաձգեց հրապարակեց համաձայնեց մերժեց հաշվեց սպասում է`),
  az: words(`liman şura büdcə bərə qış məktəb çay bazar körpü mühərrik stansiya kitabxana həkim müəllim
    festival muzey bağ dəmiryolu vadi məhsul pensiya tarif xəstəxana seçki icazə müqavilə sorğu
    və ilə üçün sonra əvvəl altında haqqında yeni köhnə birinci ikinci ictimai yerli erkən sakit
    elan açdı bağladı ölçdü təmir etdi gecikdirdi dərc razılaşdı imtina saydı gözləyir işıq ildırım`),
};
