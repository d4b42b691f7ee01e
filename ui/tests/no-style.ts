// Stands for the styles of the component library in unit tests.
export {}
