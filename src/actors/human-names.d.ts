declare module 'human-names' {
  const names: Readonly<Record<`${'female' | 'male'}${'En' | 'De' | 'Fr' | 'Es' | 'It' | 'Nl'}`, readonly string[]>>
  export default names
}
