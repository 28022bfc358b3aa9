/** The languages that demo customers write in. */
export type DemoTongue = 'en' | 'fr' | 'ar'

/** The countries whose regulators keep numbers for fiction. */
export type FictionCountry = 'GB' | 'US' | 'FR'

/** People of one origin: their names, what they write in, and where their numbers come from. */
export interface Culture {
  men: readonly string[]
  women: readonly string[]
  families: readonly string[]
  tongues: Readonly<Partial<Record<DemoTongue, number>>>
  phones: Readonly<Partial<Record<FictionCountry, number>>>
}

const words = (text: string): readonly string[] => text.split(' ')

export const cultures: Readonly<Record<string, Culture>> = {
  british: {
    men: words('Oliver Jack Harry Thomas Callum Rhys Ewan Daniel Ben Luke'),
    women: words('Emily Charlotte Megan Sophie Niamh Lucy Isla Hannah Grace Beth'),
    families: words('Whitfield Hughes Carter Doyle Marsh Fletcher Kerr Bennett Lowe Pritchard Nolan'),
    tongues: { en: 1 },
    phones: { GB: 1 },
  },
  american: {
    men: words('Tyler Marcus Jordan Ethan Andre Mateo'),
    women: words('Madison Brianna Ashley Destiny Elena Camila'),
    families: words('Walker Brooks Ramirez Coleman Reyes Jenkins Ortiz'),
    tongues: { en: 1 },
    phones: { US: 1 },
  },
  southAsian: {
    men: words('Arjun Rohan Imran Sanjay Bilal Nikhil'),
    women: words('Priya Ananya Ayesha Meera Sana Kavita'),
    families: words('Sharma Patel Iyer Qureshi Nair Chowdhury Mehta'),
    tongues: { en: 1 },
    phones: { GB: 3, FR: 1 },
  },
  westAfrican: {
    men: words('Chidi Kwame Tunde Mamadou Ousmane Ibrahima'),
    women: words('Adaeze Ama Folake Aminata Fatou Mariam'),
    families: words('Okafor Mensah Adeyemi Diallo Traoré Ndiaye Koné'),
    tongues: { en: 1, fr: 2 },
    phones: { GB: 1, FR: 2 },
  },
  french: {
    men: words('Lucas Antoine Julien Mathieu Nicolas Romain Étienne Baptiste'),
    women: words('Camille Élodie Manon Chloé Aurélie Juliette Margaux Solène'),
    families: words('Lefèvre Garnier Dubois Marchand Perrin Rousseau Chevalier Besson Fournier Lemoine'),
    tongues: { fr: 1 },
    phones: { FR: 1 },
  },
  southernEuropean: {
    men: words('Tiago Rui Pablo Marco Diego Luca'),
    women: words('Inês Beatriz Lucía Giulia Carmen Chiara'),
    families: words('Ferreira Moreira Romero Conti Navarro Ricci Almeida'),
    tongues: { fr: 2, en: 1 },
    phones: { FR: 1 },
  },
  easternEuropean: {
    men: words('Piotr Andrei Marek Bogdan'),
    women: words('Katarzyna Ioana Agnieszka Oksana'),
    families: words('Kowalczyk Popescu Zieliński Melnyk Ionescu'),
    tongues: { en: 2, fr: 1 },
    phones: { GB: 1, FR: 1 },
  },
  eastAsian: {
    men: words('Wei Minh Kenji Joon'),
    women: words('Linh Mei Yuki Hana'),
    families: words('Chen Nguyen Tanaka Park Lam Tran'),
    tongues: { fr: 1, en: 1 },
    phones: { FR: 1, US: 1 },
  },
  maghrebi: {
    men: words('Sofiane Yacine Mehdi Walid Anis Hamza'),
    women: words('Leïla Nour Amel Samira Yasmine Imane'),
    families: words('Benali Haddad Cherif Mansouri Belkacem Zerouali Toumi'),
    tongues: { fr: 2, ar: 1 },
    phones: { FR: 1 },
  },
  arab: {
    men: words('محمد أحمد خالد يوسف عمر فيصل طارق سعيد ماجد زياد'),
    women: words('نورة فاطمة سارة ليلى ريم هند دانة منى رنا أمل'),
    families: words('العلي الحربي القحطاني حداد الخطيب المنصوري النجار السيد الشامي عبدالله'),
    tongues: { ar: 1 },
    phones: { FR: 2, GB: 1, US: 1 },
  },
}

/** How often people of each origin turn up. */
export const cultureShares: Readonly<Record<string, number>> = {
  british: 16,
  american: 8,
  southAsian: 8,
  westAfrican: 8,
  french: 18,
  southernEuropean: 6,
  easternEuropean: 4,
  eastAsian: 4,
  maghrebi: 10,
  arab: 20,
}
